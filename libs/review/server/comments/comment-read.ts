import { can } from '@planerka/agency/domain';
import { memberObject, memberRule } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { canComment, visibilities, type Visibility } from '@planerka/review/domain';
import { inTaskScope, taskScopeInput, type TaskScopeInput } from '@planerka/tasks/server';
import { sql } from 'kysely';
import { anchorRead } from './anchor-read';
import type { CommentObject, Discussion } from './comment.object';

/*
 * What is said about a task: rows of `t` task and `c` its client. Whoever may see a task may read both worlds of it
 * (`task.view` and both `comment.….view` are one rule, a spec says so): the lists have no condition of their own.
 */

const whose = { squadId: read.id(sql`c.squad_id`), assigneeId: read.nullable(read.id(sql`t.assignee_id`)) };

/** A comment that is the row `alias`. */
function commentOf(alias: 'k' | 'r', replies: ReadField): ReadType {
  const k = sql.ref(alias);
  const visibility = read.enumeration<Visibility>(sql`${k}.visibility`);
  const author = { authorMemberId: read.nullable(read.id(sql`${k}.author_member_id`)) };
  const beside = (table: string, id: string) =>
    read.join(
      `${table}_of_${alias}`,
      sql`LEFT JOIN ${sql.ref(table)} ${sql.ref(`${table}_of_${alias}`)}
        ON ${sql.ref(`${table}_of_${alias}.agency_id`)} = ${k}.agency_id
        AND ${sql.ref(`${table}_of_${alias}.id`)} = ${k}.${sql.ref(id)}`,
    );
  const besides = (table: string, column: string) => sql.ref(`${table}_of_${alias}.${column}`);
  const criterion = read.nullable(read.id(besides('criterion', 'id'), beside('criterion', 'criterion_id')));
  return {
    name: 'Comment',
    fields: {
      id: read.id(sql`${k}.id`),
      visibility,
      taskId: read.id(sql`${k}.task_id`),
      deliverableId: read.nullable(read.id(sql`${k}.deliverable_id`)),
      deliverableNumber: read.nullable(
        read.int(besides('deliverable', 'number'), beside('deliverable', 'deliverable_id')),
      ),
      anchor: anchorRead(sql`${k}.anchor`),
      body: read.text(sql`${k}.body`),
      authorId: author.authorMemberId,
      authorName: read.text(sql`${k}.author_name`),
      isViewers: memberRule(author, ({ authorMemberId }, viewer) => authorMemberId === viewer.memberId),
      createdAt: read.instant(sql`${k}.created_at`),
      isEdited: read.boolean(sql`${k}.version > 1`),
      resolvedAt: read.nullable(read.instant(sql`${k}.resolved_at`)),
      resolvedBy: read.nullable(read.text(besides('member', 'name'), beside('member', 'resolved_by_id'))),
      criterionId: criterion,
      version: read.int(sql`${k}.version`),
      replies,
      viewerCanEdit: memberRule(
        { ...whose, ...author, visibility },
        (comment, viewer) => can(viewer, 'comment.edit', comment) && canComment(viewer, comment, comment.visibility),
      ),
      viewerCanReply: memberRule({ ...whose, visibility }, (comment, viewer) =>
        canComment(viewer, comment, comment.visibility),
      ),
      viewerCanMakeCriterion: memberRule(
        { ...whose, criterionId: criterion },
        (comment, viewer) => comment.criterionId === null && can(viewer, 'task.edit', comment),
      ),
    } satisfies Record<keyof CommentObject, ReadField>,
  };
}

/** Nobody answers an answer: the thread goes on below its first comment. */
const reply: ReadType = commentOf(
  'r',
  read.many<CommentObject>(
    () => reply,
    () => sql`NULL::text`,
  ),
);

const commentRead: ReadType = commentOf(
  'k',
  read.many<CommentObject>(
    () => reply,
    (object, joins) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY r.created_at, r.id) FROM comment r ${joins}
      WHERE r.agency_id = k.agency_id AND r.parent_id = k.id)`,
  ),
);

const threads = (visibility: Visibility) =>
  read.many<CommentObject>(
    () => commentRead,
    (object, joins) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY k.created_at, k.id) FROM comment k ${joins}
      WHERE k.agency_id = t.agency_id AND k.task_id = t.id AND k.visibility = ${sql.lit(visibility)}
        AND k.parent_id IS NULL)`,
  );

export const discussionRead: ReadType = {
  name: 'Discussion',
  fields: {
    internal: threads('internal'),
    client: threads('client'),
    viewerCanWrite: memberRule(whose, (task, viewer) =>
      visibilities.filter((visibility) => canComment(viewer, task, visibility)),
    ),
  } satisfies Record<keyof Discussion, ReadField>,
};

interface OneCommentInput extends TaskScopeInput {
  readonly id: Id;
  readonly at: string;
}

/** Whether it begins a thread or answers in one. */
export const oneCommentRead = memberObject<{ readonly id: Id }, OneCommentInput>({
  type: commentRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...taskScopeInput(viewer), id, at: at.toString() } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body FROM comment k
    JOIN task t ON t.agency_id = k.agency_id AND t.id = k.task_id
    JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id ${joins}
    WHERE k.agency_id = ${value('agencyId')}::uuid AND k.id = ${value('id')}::uuid AND ${inTaskScope(value, given)}`,
});
