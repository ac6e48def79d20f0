import { Injectable, type OnModuleInit } from '@nestjs/common';
import { changesBetween, changesOfNew, newId, type Changes, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import { approvalHash } from '@planerka/review/domain';
import {
  audienceOf,
  relatedOf,
  TaskHooks,
  type LoadedTask,
  type StateChange,
  type TaskActor,
} from '@planerka/tasks/server';
import { sql } from 'kysely';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from './loaded-approval';

/**
 * What happens to requests because of their tasks, within the task's own transaction: a word that was given on other
 * content is void, a task that is taken back leaves its request, a round past the included ones gets its price.
 */
@Injectable()
export class ApprovalUpkeep implements OnModuleInit {
  constructor(private readonly hooks: TaskHooks) {}

  onModuleInit(): void {
    this.hooks.onContentChanged((tx, { task, actor, contentHash }) =>
      this.voidApprovals(tx, task, actor, 'content_changed', contentHash),
    );
    this.hooks.onStateChanged((tx, change) => this.follow(tx, change));
  }

  private async follow(tx: Tx, { task, transition, actor }: StateChange): Promise<void> {
    if (transition.action === 'revise') await this.voidApprovals(tx, task, actor, 'brief_changed', null);
    for (const effect of transition.effects) {
      if (effect.kind === 'withdraw_approval') await this.takeOut(tx, task, actor, transition.reason);
      if (effect.kind === 'draft_change_request') await this.price(tx, task, actor, effect.round, transition.reason);
    }
  }

  /** @param contentHash of what stands there now; null where the content is about to change */
  private async voidApprovals(
    tx: Tx,
    task: LoadedTask,
    actor: TaskActor,
    reason: 'content_changed' | 'brief_changed',
    contentHash: string | null,
  ): Promise<void> {
    const { db, agencyId, at } = tx;
    if (!task.hasWordOfClient) return;
    const touched = await tx.query(sql<{ readonly approvalId: Id }>`
      SELECT s.approval_id AS "approvalId" FROM approval_subject s
      JOIN approval a ON a.agency_id = s.agency_id AND a.id = s.approval_id
      WHERE s.agency_id = ${agencyId}::uuid AND s.task_id = ${task.id}::uuid AND a.state IN ('pending', 'approved')
        AND s.content_hash IS DISTINCT FROM ${contentHash}`);
    for (const { approvalId } of touched) {
      const approval = await lockApproval(tx, approvalId);
      if (!approval) continue;
      await db.approval.update({
        where: { agencyId_id: { agencyId, id: approvalId } },
        data: { state: 'voided', stateReason: reason, version: { increment: 1 } },
      });
      await db.approvalDecision.updateMany({
        where: { agencyId, approvalId, voidedAt: null },
        data: { voidedAt: toDbInstant(at), voidReason: reason },
      });
      this.tell(tx, 'approval.voided', approval, actor, reason, task, changesBetween(approval, { state: 'voided' }));
    }
  }

  /** A task that is withdrawn or cancelled leaves its request; the last one takes the request with it. */
  private async takeOut(tx: Tx, task: LoadedTask, actor: TaskActor, reason: string): Promise<void> {
    const approval = task.approvalId && (await lockApproval(tx, task.approvalId));
    if (!approval || approval.state !== 'pending') return;
    const { db, agencyId, at } = tx;
    const rest = approval.subjects.filter(({ taskId }) => taskId !== task.id);
    if (rest.length === 0) {
      await db.approval.update({
        where: { agencyId_id: { agencyId, id: approval.id } },
        // The task's reason is the agency's own; only a withdrawn request carries words for the client.
        data: { state: 'withdrawn', version: { increment: 1 } },
      });
      const changes = changesBetween(approval, { state: 'withdrawn' });
      return this.tell(tx, 'approval.withdrawn', approval, actor, reason, task, changes);
    }
    await db.approvalSubject.deleteMany({ where: { agencyId, approvalId: approval.id, taskId: task.id } });
    await db.approval.update({
      where: { agencyId_id: { agencyId, id: approval.id } },
      data: { version: { increment: 1 } },
    });
    // Who has spoken already, spoke about more than what is left.
    await db.approvalDecision.updateMany({
      where: { agencyId, approvalId: approval.id, voidedAt: null, contentHash: { not: approvalHash(rest) } },
      data: { voidedAt: toDbInstant(at), voidReason: 'subject_withdrawn' },
    });
    const works = { from: approval.subjects.length, to: rest.length };
    this.tell(tx, 'approval.changed', approval, actor, reason, task, { works });
  }

  private async price(tx: Tx, task: LoadedTask, actor: TaskActor, round: number, reason: string): Promise<void> {
    const { db, agencyId, at, emit } = tx;
    const retainer = await db.retainer.findFirst({
      where: { agencyId, clientId: task.clientId, validFrom: { lte: toDbInstant(at) } },
      orderBy: { validFrom: 'desc' },
      select: { extraRoundMinor: true, currency: true },
    });
    const id = newId();
    const draft = {
      round,
      priceMinor: retainer?.extraRoundMinor ?? 0n,
      currency: retainer?.currency ?? task.fee.currency,
      reason,
    };
    await db.changeRequest.create({
      data: { ...draft, agencyId, id, taskId: task.id, clientId: task.clientId, createdAt: toDbInstant(at) },
    });
    emit({
      type: 'change_request.drafted',
      entity: { type: 'ChangeRequest', id },
      actor,
      audience: { ...audienceOf(task), memberIds: [task.managerId] },
      related: relatedOf(task),
      details: { title: task.title, round },
      changes: changesOfNew(draft),
    });
  }

  private tell(
    tx: Tx,
    type: string,
    approval: LoadedApproval,
    actor: TaskActor,
    reason: string,
    task: Pick<LoadedTask, 'assigneeId'> & { readonly id: Id },
    changes: Changes,
  ): void {
    const audience = hearersOf(approval);
    tx.emit({
      type,
      entity: { type: 'Approval', id: approval.id },
      actor,
      audience: { ...audience, memberIds: [...audience.memberIds, ...(task.assigneeId ? [task.assigneeId] : [])] },
      related: { ...placesOf(approval.subjects), taskId: task.id },
      details: { title: approval.title, reason },
      changes,
    });
  }
}
