import { Injectable } from '@nestjs/common';
import {
  changesBetween,
  err,
  issue,
  newId,
  ok,
  optionalText,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, UnitOfWork, type CommandError, type Tx } from '@planerka/platform/server';
import { couldApprove, decideApproval, type DecisionKind } from '@planerka/review/domain';
import { TaskWorkflow } from '@planerka/tasks/server';
import { z } from 'zod';
import { closeApproval } from '../approvals/approval-closing';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from '../approvals/loaded-approval';
import type { GuestVisitor } from './guest-visitor';
import { keepUse } from './link-uses';

export interface GuestDecision {
  readonly decision: DecisionKind;
  readonly contentHash: string;
  readonly comment?: string;
  readonly changesIn?: readonly Id[];
}

export type GuestRefusal =
  Exclude<CommandError, { kind: 'StaleVersion' }> | { readonly kind: 'StaleContent'; readonly contentHash: string };

const decisionInput = z.object({ comment: optionalText('note').default('') });

/** The client's word: taken once per contact, on exactly what was on their screen. */
@Injectable()
export class GuestDecisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workflow: TaskWorkflow,
  ) {}

  decide(visitor: GuestVisitor, input: GuestDecision): Promise<Result<void, GuestRefusal>> {
    const { agencyId } = visitor;
    return this.unitOfWork.run({ agencyId }, async (tx): Promise<Result<void, GuestRefusal>> => {
      const parsed = parseInput(decisionInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const approval = await lockApproval(tx, visitor.approvalId);
      if (!approval) return err(notFound('Approval'));
      const { comment } = parsed.value;
      const word = {
        contactId: visitor.contactId,
        kind: input.decision,
        contentHash: input.contentHash,
        comment,
        openComments: await openComments(tx, approval, visitor.contactId),
      };
      const decided = decideApproval(approval, word);
      if (!decided.ok) return err(refusalOf(decided.error, input.decision, approval));
      const changesIn = changedTasks(approval, input);
      if (!changesIn) return err(invalidInput([issue(['changesIn'], 'not_an_option')]));
      await record(tx, visitor, approval, { ...word, changesIn });
      await keepUse(tx, 'approval', visitor, 'decided');
      const closing = { state: decided.value.state, changesIn, comment, kind: input.decision };
      return this.close(tx, visitor, approval, closing);
    });
  }

  private async close(
    tx: Tx,
    visitor: GuestVisitor,
    approval: LoadedApproval,
    { state, changesIn, comment, kind }: Closing,
  ): Promise<Result<void, GuestRefusal>> {
    if (state === 'approved' || state === 'changes_requested') {
      const isClosed = await closeApproval(
        tx,
        this.workflow,
        approval,
        { memberId: null, name: visitor.name },
        {
          state,
          changesIn,
          couldApprove: couldApprove(approval, visitor.contactId),
          reason: comment === '' ? remarksAreTheReason : comment,
        },
      );
      // Commands keep a pending request and its tasks together; where rows say otherwise, nothing is decided here any more.
      if (!isClosed)
        return err({ kind: 'IllegalTransition', state: approval.state, action: kind, reason: 'task_elsewhere' });
    }
    const type = state === 'pending' ? 'approval.answered' : `approval.${state}`;
    tx.emit({
      type,
      entity: { type: 'Approval', id: approval.id },
      actor: { memberId: null, name: visitor.name },
      audience: hearersOf(approval),
      related: placesOf(approval.subjects),
      details: { title: approval.title, decision: kind, comment: comment.slice(0, 300) },
      changes: changesBetween({ state: approval.state }, { state, decision: kind, comment }),
    });
    return ok(undefined);
  }
}

interface Closing {
  readonly state: LoadedApproval['state'];
  readonly kind: DecisionKind;
  readonly changesIn: readonly Id[];
  readonly comment: string;
}

/** What a task's history says where the client pinned remarks and wrote nothing more. */
const remarksAreTheReason = 'Замечания клиента — в комментариях';

function refusalOf(
  error: Extract<ReturnType<typeof decideApproval>, { ok: false }>['error'],
  action: DecisionKind,
  { state }: LoadedApproval,
): GuestRefusal {
  switch (error.kind) {
    case 'InvalidInput':
      return invalidInput(error.issues);
    case 'ContentChanged':
      return { kind: 'StaleContent', contentHash: error.contentHash };
    case 'ApprovalClosed':
      return { kind: 'IllegalTransition', state: error.state, action, reason: null };
    case 'NotAsked':
      return { kind: 'IllegalTransition', state, action, reason: 'already_decided' };
  }
}

/** Tasks of the posts that are to change; none means all. Null where something else was named. */
function changedTasks({ subjects }: LoadedApproval, { decision, changesIn = [] }: GuestDecision): readonly Id[] | null {
  if (decision === 'approve' || changesIn.length === 0) return [];
  const wanted = new Set(changesIn);
  const named = subjects.filter(({ itemId, taskId }) => wanted.has(itemId ?? taskId));
  const posts = new Set(named.map(({ itemId, taskId }) => itemId ?? taskId));
  return posts.size === wanted.size ? named.map(({ taskId }) => taskId) : null;
}

function openComments({ db, agencyId }: Tx, { subjects }: LoadedApproval, contactId: Id): Promise<number> {
  return db.comment.count({
    where: {
      agencyId,
      deliverableId: { in: subjects.map(({ deliverableId }) => deliverableId) },
      authorContactId: contactId,
      visibility: 'client',
      resolvedAt: null,
    },
  });
}

async function record(
  { db, agencyId, at }: Tx,
  visitor: GuestVisitor,
  approval: LoadedApproval,
  word: {
    readonly kind: DecisionKind;
    readonly comment: string;
    readonly contentHash: string;
    readonly changesIn: readonly Id[];
  },
): Promise<void> {
  const { kind, comment, contentHash, changesIn } = word;
  const author = { contactId: visitor.contactId, contactName: visitor.name };
  await db.approvalDecision.create({
    data: {
      ...author,
      agencyId,
      id: newId(),
      approvalId: approval.id,
      linkId: visitor.linkId,
      kind,
      comment,
      changesIn: [...changesIn],
      contentHash,
      ipAddress: visitor.ipAddress,
      userAgent: visitor.userAgent,
      decidedAt: toDbInstant(at),
    },
  });
  if (comment === '') return;
  // The words also stand where the work is done: once per publication, among the client's comments.
  const about = approval.subjects.filter(({ taskId }) => changesIn.length === 0 || changesIn.includes(taskId));
  const firsts = [...Map.groupBy(about, ({ itemId, taskId }) => itemId ?? taskId).values()].flatMap(
    ([first]) => first ?? [],
  );
  await db.comment.createMany({
    data: firsts.map(({ taskId, deliverableId }) => ({
      agencyId,
      id: newId(),
      taskId,
      deliverableId,
      visibility: 'client' as const,
      authorContactId: visitor.contactId,
      authorName: visitor.name,
      body: comment,
      createdAt: toDbInstant(at),
    })),
  });
}
