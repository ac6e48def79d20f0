import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ContactHooks } from '@planerka/clients/server';
import { changesBetween, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import { standing, stateWithout } from '@planerka/review/domain';
import { TaskWorkflow } from '@planerka/tasks/server';
import { closeApproval } from './approval-closing';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from './loaded-approval';

/** What becomes of a question when one of those who were asked is asked no more. */
@Injectable()
export class ApproverLeaving implements OnModuleInit {
  constructor(
    private readonly hooks: ContactHooks,
    private readonly workflow: TaskWorkflow,
  ) {}

  onModuleInit(): void {
    this.hooks.onArchived((tx, { contactId, viewer }) => this.closeLinks(tx, viewer, contactId));
  }

  /** Where all had to agree and all the others do, their agreement is the client's word. */
  async settle(tx: Tx, approval: LoadedApproval, contactId: Id): Promise<void> {
    if (stateWithout(approval, contactId) !== 'approved' || approval.state === 'approved') return;
    const agreed = standing(approval).flatMap(({ contactId: id }) => (id === contactId ? [] : id));
    const people = await tx.db.contact.findMany({
      where: { agencyId: tx.agencyId, id: { in: agreed } },
      orderBy: { name: 'asc' },
      select: { name: true },
    });
    const actor = { memberId: null, name: people.map(({ name }) => name).join(', ') };
    const closing = { state: 'approved', changesIn: [], couldApprove: true, reason: '' } as const;
    if (!(await closeApproval(tx, this.workflow, approval, actor, closing)))
      throw new Error(`A task of approval ${approval.id} did not follow it`);
    tx.emit({
      type: 'approval.approved',
      entity: { type: 'Approval', id: approval.id },
      actor,
      audience: hearersOf(approval),
      related: placesOf(approval.subjects),
      details: { title: approval.title, decision: 'approve', comment: '' },
      changes: changesBetween({ state: approval.state }, { state: 'approved', decision: 'approve' }),
    });
  }

  /** Whoever works there no more opens nothing of theirs. */
  private async closeLinks(tx: Tx, viewer: CurrentMember, contactId: Id): Promise<void> {
    const { db, agencyId, at } = tx;
    const asked = await db.approvalLink.findMany({
      where: { agencyId, contactId, revokedAt: null },
      orderBy: { approvalId: 'asc' },
      distinct: ['approvalId'],
      select: { approvalId: true },
    });
    const revokedAt = toDbInstant(at);
    for (const { approvalId } of asked) {
      const approval = await lockApproval(tx, approvalId);
      if (!approval) continue;
      await db.approvalLink.updateMany({
        where: { agencyId, approvalId, contactId, revokedAt: null },
        data: { revokedAt },
      });
      tx.emit({
        type: 'approval.link_revoked',
        entity: { type: 'Approval', id: approvalId },
        actor: actorOf(viewer),
        audience: hearersOf(approval),
        related: placesOf(approval.subjects),
        details: { title: approval.title },
        changes: changesBetween({ approvers: [contactId] }, { approvers: [], revokedAt: at }),
      });
      await this.settle(tx, approval, contactId);
    }
    const shown = await db.planLink.findMany({ where: { agencyId, contactId, revokedAt: null } });
    for (const { id, clientId, month, name } of shown) {
      await db.planLink.update({ where: { agencyId_id: { agencyId, id } }, data: { revokedAt } });
      const client = await db.client.findUniqueOrThrow({
        where: { agencyId_id: { agencyId, id: clientId } },
        select: { name: true, squadId: true },
      });
      const named = month.toISOString().slice(0, 7);
      tx.emit({
        type: 'plan.link_revoked',
        entity: { type: 'PlanLink', id },
        actor: actorOf(viewer),
        audience: { clientId, squadId: client.squadId, memberIds: [] },
        related: { taskId: null, itemId: null },
        details: { title: `${client.name}, ${named}`, month: named },
        changes: changesBetween({ approvers: [name] }, { approvers: [], revokedAt: at }),
      });
    }
  }
}
