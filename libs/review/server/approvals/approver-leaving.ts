import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ContactHooks } from '@planerka/clients/server';
import { changesBetween, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import { standing, stateWithout } from '@planerka/review/domain';
import { TaskWorkflow } from '@planerka/tasks/server';
import { closeApproval } from './approval-closing';
import { askingOtherwise, lockMonths } from '../plan-links/plan-question';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from './loaded-approval';

/** What becomes of a question when one of those who were asked is asked no more. */
@Injectable()
export class ApproverLeaving implements OnModuleInit {
  constructor(
    private readonly hooks: ContactHooks,
    private readonly workflow: TaskWorkflow,
  ) {}

  onModuleInit(): void {
    this.hooks.onArchived(async (tx, { contactId, viewer }) => {
      await this.leaveMonths(tx, viewer, contactId);
      await this.closeLinks(tx, viewer, contactId);
    });
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
  }

  /** Months are locked before requests, as by whoever decides about one. */
  private async leaveMonths(tx: Tx, viewer: CurrentMember, contactId: Id): Promise<void> {
    const { db, agencyId, at } = tx;
    const shown = await db.planLink.findMany({ where: { agencyId, contactId, revokedAt: null } });
    const [first] = shown;
    if (!first) return;
    const { clientId } = first;
    const months = shown.map(({ month }) => month);
    await lockMonths(tx, clientId, months);
    const { name: clientName, squadId } = await db.client.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id: clientId } },
      select: { name: true, squadId: true },
    });
    for (const { id, month, name, createdById } of shown) {
      const by = { linkId: id, squadId, clientName, memberId: createdById };
      await askingOtherwise(tx, { clientId, month }, by, async () => {
        const data = { revokedAt: toDbInstant(at) };
        const { count } = await db.planLink.updateMany({ where: { agencyId, id, revokedAt: null }, data });
        if (count === 0) return;
        const named = month.toISOString().slice(0, 7);
        tx.emit({
          type: 'plan.link_revoked',
          entity: { type: 'PlanLink', id },
          actor: actorOf(viewer),
          audience: { clientId, squadId, memberIds: [] },
          related: { taskId: null, itemId: null },
          details: { title: `${clientName}, ${named}`, month: named },
          changes: changesBetween({ approvers: [name] }, { approvers: [], revokedAt: at }),
        });
      });
    }
  }
}
