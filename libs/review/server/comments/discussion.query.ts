import { Injectable } from '@nestjs/common';
import { can, type OfTask } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import {
  canComment,
  canEditComment,
  readableVisibilities,
  visibilities,
  type CommentAnchor,
  type Visibility,
} from '@planerka/review/domain';
import { sql } from 'kysely';
import type { CommentObject, Discussion } from './comment.object';

interface CommentRow {
  readonly id: Id;
  readonly taskId: Id;
  readonly deliverableId: Id | null;
  readonly deliverableNumber: number | null;
  readonly parentId: Id | null;
  readonly visibility: Visibility;
  readonly authorMemberId: Id | null;
  readonly authorName: string;
  readonly body: string;
  readonly anchor: CommentAnchor | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly criterionId: Id | null;
  readonly version: number;
  readonly createdAt: string;
}

interface DiscussionRow extends OfTask {
  readonly comments: readonly CommentRow[];
}

const nothing: Discussion = { internal: [], client: [], viewerCanWrite: [] };

/** A task's comments with their answers, as far as this viewer may read them: one statement. */
@Injectable()
export class DiscussionQuery {
  constructor(private readonly reader: Reader) {}

  async of(viewer: CurrentMember, taskId: Id): Promise<Discussion> {
    if (!isId(taskId)) return nothing;
    const rows = await this.reader.ask(
      viewer,
      sql<DiscussionRow>`
        SELECT c.squad_id AS "squadId", t.assignee_id AS "assigneeId", coalesce(said.comments, '[]') AS comments
        FROM task t
        JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object(
            'id', k.id, 'taskId', k.task_id, 'deliverableId', k.deliverable_id, 'deliverableNumber', v.number,
            'parentId', k.parent_id, 'visibility', k.visibility, 'authorMemberId', k.author_member_id,
            'authorName', k.author_name, 'body', k.body, 'anchor', k.anchor, 'resolvedAt', k.resolved_at,
            'resolvedBy', m.name, 'criterionId', r.id, 'version', k.version, 'createdAt', k.created_at)
            ORDER BY k.created_at, k.id) AS comments
          FROM comment k
          LEFT JOIN deliverable v ON v.agency_id = k.agency_id AND v.id = k.deliverable_id
          LEFT JOIN member m ON m.agency_id = k.agency_id AND m.id = k.resolved_by_id
          LEFT JOIN criterion r ON r.agency_id = k.agency_id AND r.id = k.criterion_id
          WHERE k.agency_id = t.agency_id AND k.task_id = t.id) said ON true
        WHERE t.agency_id = ${viewer.agencyId}::uuid AND t.id = ${taskId}::uuid`,
    );
    return rows[0] ? present(rows[0], viewer) : nothing;
  }

  /** One of a task's comments, whether a thread or an answer. */
  async comment(viewer: CurrentMember, taskId: Id, commentId: Id): Promise<CommentObject | null> {
    const { internal, client } = await this.of(viewer, taskId);
    const all = [...internal, ...client].flatMap((thread) => [thread, ...thread.replies]);
    return all.find(({ id }) => id === commentId) ?? null;
  }
}

function present({ comments, ...task }: DiscussionRow, viewer: CurrentMember): Discussion {
  const readable = readableVisibilities(viewer, task);
  const threads = (visibility: Visibility): readonly CommentObject[] =>
    readable.includes(visibility)
      ? threadsOf(
          comments.filter((comment) => comment.visibility === visibility),
          task,
          viewer,
        )
      : [];
  return {
    internal: threads('internal'),
    client: threads('client'),
    viewerCanWrite: visibilities.filter((visibility) => canComment(viewer, task, visibility)),
  };
}

function threadsOf(comments: readonly CommentRow[], task: OfTask, viewer: CurrentMember): readonly CommentObject[] {
  const presented = (comment: CommentRow, replies: readonly CommentObject[]): CommentObject => {
    const { authorMemberId, ...shown } = comment;
    return {
      ...shown,
      authorId: authorMemberId,
      isViewers: authorMemberId === viewer.memberId,
      isEdited: comment.version > 1,
      replies,
      viewerCanEdit: canEditComment(viewer, comment) && canComment(viewer, task, comment.visibility),
      viewerCanReply: canComment(viewer, task, comment.visibility),
      viewerCanMakeCriterion: comment.criterionId === null && can(viewer, 'task.edit', task),
    };
  };
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((thread) =>
      presented(
        thread,
        comments.filter(({ parentId }) => parentId === thread.id).map((reply) => presented(reply, [])),
      ),
    );
}
