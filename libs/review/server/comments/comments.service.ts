import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  requiredText,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  Prisma,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import {
  anchorTargetOf,
  canComment,
  checkAnchor,
  commentSchema,
  criterionTextOf,
  readableVisibilities,
  replyVisibility,
  type CommentInput,
  type Visibility,
} from '@planerka/review/domain';
import { deliverableContentSchema } from '@planerka/tasks/domain';
import { audienceOf, loadTask, relatedOf, type LoadedTask } from '@planerka/tasks/server';
import { z } from 'zod';
import type { AddCommentInput, CommentAnchorInput, EditCommentInput, ReplyToCommentInput } from './comment.inputs';

export interface CommentRef {
  readonly taskId: Id;
  readonly commentId: Id;
}

type Answer = Promise<Result<CommentRef, CommandError>>;

interface LoadedComment {
  readonly id: Id;
  readonly deliverableId: Id | null;
  readonly parentId: Id | null;
  readonly visibility: Visibility;
  readonly authorMemberId: Id | null;
  readonly body: string;
  readonly resolvedAt: Date | null;
  readonly criterionId: Id | null;
  readonly version: number;
}

const bodySchema = z.object({ body: requiredText('note') });

/** What is said about submitted work. Each command locks the task: its next step depends on what stands open. */
@Injectable()
export class CommentsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(viewer: CurrentMember, input: AddCommentInput): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, input.taskId);
      if (!task || !canComment(viewer, task, input.visibility)) return err(notFound('Task'));
      const { body, visibility, anchor } = input;
      const parsed = parseInput(commentSchema, { body, visibility, anchor: anchorOf(anchor) });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const checked = await this.checkPlace(tx, task, input.deliverableId, parsed.value);
      if (!checked.ok) return checked;
      const commentId = await this.write(tx, viewer, task, { ...parsed.value, deliverableId: input.deliverableId });
      const details = { visibility, excerpt: parsed.value.body.slice(0, 200) };
      tell(tx, viewer, task, 'comment.added', commentId, details, changesOfNew({ body, visibility }));
      return ok({ taskId: task.id, commentId });
    });
  }

  reply(viewer: CurrentMember, input: ReplyToCommentInput): Answer {
    return this.onComment(viewer, input.commentId, async (tx, task, comment) => {
      if (!canComment(viewer, task, comment.visibility)) return err(notFound('Comment'));
      const parsed = parseInput(bodySchema, { body: input.body });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const commentId = await this.write(tx, viewer, task, {
        ...parsed.value,
        anchor: null,
        visibility: replyVisibility(comment),
        deliverableId: comment.deliverableId,
        // An answer to an answer stands in the same thread.
        parentId: comment.parentId ?? comment.id,
      });
      const details = { visibility: comment.visibility, excerpt: parsed.value.body.slice(0, 200) };
      tell(tx, viewer, task, 'comment.replied', commentId, details, changesOfNew(parsed.value));
      return ok({ taskId: task.id, commentId });
    });
  }

  edit(viewer: CurrentMember, input: EditCommentInput): Answer {
    return this.onComment(viewer, input.commentId, async (tx, task, comment) => {
      const mayWrite = can(viewer, 'comment.edit', comment) && canComment(viewer, task, comment.visibility);
      if (!mayWrite) return err(notFound('Comment'));
      const parsed = parseInput(bodySchema, { body: input.body });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { count } = await tx.db.comment.updateMany({
        where: { agencyId: tx.agencyId, id: comment.id, version: input.expectedVersion },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(comment.version));
      const changes = changesBetween(comment, parsed.value);
      tell(tx, viewer, task, 'comment.edited', comment.id, { visibility: comment.visibility }, changes);
      return ok({ taskId: task.id, commentId: comment.id });
    });
  }

  resolve(viewer: CurrentMember, commentId: Id): Answer {
    return this.settle(viewer, commentId, true);
  }

  reopen(viewer: CurrentMember, commentId: Id): Answer {
    return this.settle(viewer, commentId, false);
  }

  /** The remark binds from now on: it joins the checklist of this task. Said twice, it stands there once. */
  makeCriterion(viewer: CurrentMember, commentId: Id): Answer {
    return this.onComment(viewer, commentId, async (tx, task, comment) => {
      if (!can(viewer, 'task.edit', task)) return err(notFound('Comment'));
      const done = ok({ taskId: task.id, commentId: comment.id });
      const { db, agencyId } = tx;
      if (comment.criterionId) {
        const known = await db.criterion.count({ where: { agencyId, id: comment.criterionId } });
        if (known > 0) return done;
      }
      const last = await db.criterion.aggregate({ where: { agencyId, taskId: task.id }, _max: { position: true } });
      const criterion = { id: newId(), text: criterionTextOf(comment.body), position: (last._max.position ?? -1) + 1 };
      await db.criterion.create({ data: { ...criterion, agencyId, taskId: task.id } });
      await db.comment.update({
        where: { agencyId_id: { agencyId, id: comment.id } },
        data: { criterionId: criterion.id },
      });
      const changes = changesOfNew({ criteria: [criterion.text] });
      tell(tx, viewer, task, 'comment.made_criterion', comment.id, { criterion: criterion.text }, changes);
      return done;
    });
  }

  /** Whoever may answer may settle; repeating it changes nothing. */
  private settle(viewer: CurrentMember, commentId: Id, isResolved: boolean): Answer {
    return this.onComment(viewer, commentId, async (tx, task, comment) => {
      if (!canComment(viewer, task, comment.visibility)) return err(notFound('Comment'));
      const { db, agencyId, at } = tx;
      const id = comment.parentId ?? comment.id;
      const { count } = await db.comment.updateMany({
        where: { agencyId, id, resolvedAt: isResolved ? null : { not: null } },
        data: isResolved
          ? { resolvedAt: toDbInstant(at), resolvedById: viewer.memberId }
          : { resolvedAt: null, resolvedById: null },
      });
      if (count > 0) {
        const type = isResolved ? 'comment.resolved' : 'comment.reopened';
        const changes = changesBetween({ isDone: !isResolved }, { isDone: isResolved });
        tell(tx, viewer, task, type, id, { visibility: comment.visibility }, changes);
      }
      return ok({ taskId: task.id, commentId: id });
    });
  }

  /** A comment that the viewer may not read is no comment. */
  private onComment(
    viewer: CurrentMember,
    commentId: Id,
    act: (tx: Tx, task: LoadedTask, comment: LoadedComment) => Answer,
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      if (!isId(commentId)) return err(notFound('Comment'));
      const key = { agencyId_id: { agencyId: tx.agencyId, id: commentId } };
      const place = await tx.db.comment.findUnique({ where: key, select: { taskId: true } });
      const task = place && (await loadTask(tx, place.taskId));
      // Read again under the task's lock: what it says of version and resolution is now sure.
      const comment = task && (await tx.db.comment.findUnique({ where: key }));
      if (!task || !comment || !readableVisibilities(viewer, task).includes(comment.visibility)) {
        return err(notFound('Comment'));
      }
      return act(tx, task, comment);
    });
  }

  private async checkPlace(
    { db, agencyId }: Tx,
    task: LoadedTask,
    deliverableId: Id,
    { anchor }: CommentInput,
  ): Promise<Result<void, CommandError>> {
    const version = isId(deliverableId)
      ? await db.deliverable.findFirst({
          where: { agencyId, taskId: task.id, id: deliverableId },
          select: { data: true },
        })
      : null;
    if (!version) return err(notFound('Deliverable'));
    if (!anchor) return ok(undefined);
    const problem = checkAnchor(anchor, anchorTargetOf(deliverableContentSchema.parse(version.data)));
    return problem ? err(invalidInput([problem])) : ok(undefined);
  }

  private async write(
    { db, agencyId, at }: Tx,
    viewer: CurrentMember,
    task: LoadedTask,
    comment: CommentInput & { readonly deliverableId: Id | null; readonly parentId?: Id },
  ): Promise<Id> {
    const id = newId();
    await db.comment.create({
      data: {
        ...comment,
        agencyId,
        id,
        taskId: task.id,
        anchor: comment.anchor ?? Prisma.DbNull,
        authorMemberId: viewer.memberId,
        authorName: viewer.name,
        createdAt: toDbInstant(at),
      },
    });
    return id;
  }
}

/** The wire's one-of as the domain's discriminated union. */
function anchorOf(input: CommentAnchorInput | null | undefined): unknown {
  if (input?.passage) return { kind: 'passage', ...input.passage };
  if (input?.point) return { kind: 'point', ...input.point };
  return input?.time ? { kind: 'time', ...input.time } : null;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  task: LoadedTask,
  type: string,
  commentId: Id,
  details: Readonly<Record<string, string>>,
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'Comment', id: commentId },
    actor: actorOf(viewer),
    audience: audienceOf(task),
    related: relatedOf(task),
    details: { title: task.title, ...details },
    changes,
  });
}
