import { can, type OfTask, type Viewer } from '@planerka/agency/domain';
import { requiredText, textLimits } from '@planerka/platform/domain';
import { z } from 'zod';
import { anchorSchema } from './anchor';

/** Two worlds that never mix: what the team says to itself, and what it says with the client. */
export const visibilities = ['internal', 'client'] as const;
export type Visibility = (typeof visibilities)[number];

export const commentSchema = z.strictObject({
  body: requiredText('note'),
  visibility: z.enum(visibilities),
  anchor: anchorSchema.nullable().default(null),
});
export type CommentInput = z.output<typeof commentSchema>;

/** Visibilities that a viewer reads on a task; a guest reads the client's, through the approval that lets them in. */
export function readableVisibilities(viewer: Viewer, task: OfTask): readonly Visibility[] {
  if (viewer.kind === 'guest') return ['client'];
  return visibilities.filter((visibility) =>
    can(viewer, visibility === 'internal' ? 'comment.internal.view' : 'comment.client.view', task),
  );
}

export function canComment(viewer: Viewer, task: OfTask, visibility: Visibility): boolean {
  if (viewer.kind === 'guest') return visibility === 'client';
  return can(viewer, visibility === 'internal' ? 'comment.internal.write' : 'comment.client.write', task);
}

/** An answer belongs to the world of what it answers: nobody chooses, so nobody can choose wrongly. */
export const replyVisibility = (parent: { readonly visibility: Visibility }): Visibility => parent.visibility;

/** Who has resolved it, may open it again; the whole thread follows its first comment. */
export interface ThreadFacts {
  readonly parentId: string | null;
  readonly visibility: Visibility;
  readonly isResolved: boolean;
}

/** A remark that binds from now on; a criterion is one line of the checklist. */
export const criterionTextOf = (body: string): string => {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length <= textLimits.line ? line : `${line.slice(0, textLimits.line - 1)}…`;
};

/** Comments that stand between a version and its approval: «Вернуть с правками · 2». */
export const openThreads = <T extends ThreadFacts>(comments: readonly T[], visibility: Visibility): readonly T[] =>
  comments.filter((comment) => comment.parentId === null && !comment.isResolved && comment.visibility === visibility);
