import { Injectable } from '@nestjs/common';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  plainTextOf,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  Clock,
  invalidInput,
  notFound,
  Prisma,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { checkAnchor, commentSchema, startsVisit, type AnchorTarget } from '@planerka/review/domain';
import { deliverableFiles, type DeliverableContent } from '@planerka/tasks/domain';
import type { GuestCommentObject } from './guest.object';
import type { GuestVisitor } from './guest-visitor';
import { keepUse } from './link-uses';

export type TalkRefusal = Exclude<CommandError, { kind: 'StaleVersion' }>;

/** Enough for anybody who means it; a script is stopped here. */
const commentLimit = 200;

/** What a client does on their page besides deciding: looks, and writes remarks. */
@Injectable()
export class GuestTalkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  comment(
    visitor: GuestVisitor,
    input: { readonly subjectId: Id; readonly body: string; readonly anchor?: unknown },
  ): Promise<Result<GuestCommentObject, TalkRefusal>> {
    const { agencyId, approvalId, contactId } = visitor;
    return this.unitOfWork.run({ agencyId }, async (tx): Promise<Result<GuestCommentObject, TalkRefusal>> => {
      const { db, at, emit } = tx;
      const subject = await subjectOf(tx, approvalId, input.subjectId);
      if (!subject) return err(notFound('GuestSubject'));
      const { taskId, deliverableId, content, approval } = subject;
      if (approval.state !== 'pending') {
        return err({ kind: 'IllegalTransition', state: approval.state, action: 'comment', reason: null });
      }
      const parsed = parseInput(commentSchema, {
        body: input.body,
        anchor: input.anchor ?? null,
        visibility: 'client',
      });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { body, anchor } = parsed.value;
      const misplaced = anchor && checkAnchor(anchor, targetOf(content));
      if (misplaced) return err(invalidInput([misplaced]));
      const written = await db.comment.count({ where: { agencyId, taskId, authorContactId: contactId } });
      if (written >= commentLimit) {
        return err({ kind: 'IllegalTransition', state: approval.state, action: 'comment', reason: 'too_many' });
      }
      const id = newId();
      await db.comment.create({
        data: {
          agencyId,
          id,
          taskId,
          deliverableId,
          visibility: 'client',
          authorContactId: contactId,
          authorName: visitor.name,
          body,
          anchor: anchor ?? Prisma.DbNull,
          createdAt: toDbInstant(at),
        },
      });
      await keepUse(tx, 'approval', visitor, 'commented');
      emit({
        type: 'comment.added',
        entity: { type: 'Comment', id },
        actor: { memberId: null, name: visitor.name },
        audience: { clientId: visitor.clientId, squadId: subject.squadId, memberIds: subject.memberIds },
        related: { taskId, itemId: subject.itemId },
        details: { title: approval.title, visibility: 'client' },
        changes: changesOfNew({ body, visibility: 'client' }),
      });
      const shown = { id, subjectId: input.subjectId, author: visitor.name, isYours: true, isFromAgency: false };
      return ok({ ...shown, body, anchor, isResolved: false, createdAt: at.toString() });
    });
  }

  /** «Открыта 3 раза»: a visit is kept, and the first one is told. Whoever only loads the page again writes nothing. */
  async opened(visitor: GuestVisitor): Promise<void> {
    const { agencyId, linkId, approvalId, name } = visitor;
    if (!startsVisit(visitor.lastVisitAt, this.clock.now())) return;
    await this.unitOfWork.run({ agencyId }, async (tx) => {
      const { db, at, emit } = tx;
      await keepUse(tx, 'approval', visitor, 'opened');
      const { count } = await db.approvalLink.updateMany({
        where: { agencyId, id: linkId, openedAt: null },
        data: { openedAt: toDbInstant(at) },
      });
      if (count === 0) return ok(undefined);
      const { title, sentById, clientId } = await db.approval.findUniqueOrThrow({
        where: { agencyId_id: { agencyId, id: approvalId } },
        select: { title: true, sentById: true, clientId: true },
      });
      emit({
        type: 'approval.opened',
        entity: { type: 'Approval', id: approvalId },
        actor: { memberId: null, name },
        audience: { clientId, memberIds: [sentById] },
        details: { title },
        changes: changesBetween({}, { openedAt: at }),
      });
      return ok(undefined);
    });
  }
}

async function subjectOf({ db, agencyId }: Tx, approvalId: Id, subjectId: Id) {
  if (!isId(subjectId)) return null;
  const subject = await db.approvalSubject.findFirst({
    where: { agencyId, approvalId, id: subjectId },
    include: { approval: { select: { state: true, title: true } } },
  });
  if (!subject) return null;
  const deliverable = await db.deliverable.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id: subject.deliverableId } },
    select: {
      data: true,
      task: { select: { managerId: true, assigneeId: true, client: { select: { squadId: true } } } },
    },
  });
  const { managerId, assigneeId, client } = deliverable.task;
  return {
    ...subject,
    // Written by the workflow from parsed content, so it has that shape.
    content: deliverable.data as unknown as DeliverableContent,
    squadId: client.squadId,
    memberIds: [managerId, ...(assigneeId ? [assigneeId] : [])],
  };
}

function targetOf(content: DeliverableContent): AnchorTarget {
  const texts = new Map<string | null, string>();
  if (content.kind === 'copy') {
    texts.set(null, plainTextOf(content.text));
    for (const { network, text } of content.variants) texts.set(network, plainTextOf(text));
  }
  return { texts, fileIds: deliverableFiles(content) };
}
