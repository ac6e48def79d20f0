import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { err, issue, ok, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, notFound, type CommandError, type Tx } from '@planerka/platform/server';
import type { ApprovalRequest } from '@planerka/review/domain';

/** A task as it goes to the client: with the version that is asked about. */
export interface SubjectTask {
  readonly id: Id;
  readonly itemId: Id | null;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly rounds: number;
  /** What the request is called where nobody names it. */
  readonly subjectTitle: string;
  readonly deliverableId: Id;
  readonly contentHash: string;
}

interface Row extends SubjectTask {
  readonly assigneeId: Id | null;
  readonly isAsked: boolean;
}

/**
 * The tasks that are asked for by name, and those of the publications asked for that are ready to be shown; in the
 * order of publication, texts before pictures. All of one client.
 */
export async function gatherSubjects(
  tx: Tx,
  viewer: CurrentMember,
  { taskIds, itemIds }: Pick<ApprovalRequest, 'taskIds' | 'itemIds'>,
): Promise<Result<readonly [SubjectTask, ...SubjectTask[]], CommandError>> {
  const { db, agencyId } = tx;
  if (!(await mayShowAll(tx, viewer, itemIds))) return err(notFound('ContentItem'));
  const rows = await db.$queryRaw<readonly Row[]>`
    SELECT t.id, t.item_id AS "itemId", t.client_id AS "clientId", c.squad_id AS "squadId", t.rounds,
      t.assignee_id AS "assigneeId", t.id = ANY(${taskIds}::uuid[]) AS "isAsked",
      coalesce(i.title, t.title) AS "subjectTitle", d.id AS "deliverableId", d.content_hash AS "contentHash"
    FROM task t
    JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
    LEFT JOIN content_item i ON i.agency_id = t.agency_id AND i.id = t.item_id
    LEFT JOIN deliverable d ON d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = t.deliverable_number
    WHERE t.agency_id = ${agencyId}::uuid AND (t.id = ANY(${taskIds}::uuid[])
      OR (t.item_id = ANY(${itemIds}::uuid[]) AND t.state = 'in_review' AND t.wants_client_approval))
    ORDER BY i.publish_at NULLS LAST, t.item_id, t.discipline, t.id`;
  const visible = rows.filter((row) => can(viewer, 'approval.send', row));
  if (visible.length < rows.length || rows.filter(({ isAsked }) => isAsked).length < taskIds.length) {
    return err(notFound('Task'));
  }
  const [first, ...others] = visible;
  if (!first) return err(invalidInput([issue(['itemIds'], 'nothing_to_send')]));
  if (others.some(({ clientId }) => clientId !== first.clientId)) {
    return err(invalidInput([issue(['taskIds'], 'other_client')]));
  }
  const empty = visible.find(({ deliverableId }) => deliverableId === null);
  return empty ? err(invalidInput([issue(['taskIds'], 'nothing_to_send')])) : ok([first, ...others]);
}

/** A publication with nothing to show is passed over; one that is not there, or not the viewer's, is not. */
async function mayShowAll({ db, agencyId }: Tx, viewer: CurrentMember, itemIds: readonly Id[]): Promise<boolean> {
  if (itemIds.length === 0) return true;
  const found = await db.contentItem.findMany({
    where: { agencyId, id: { in: [...itemIds] }, deletedAt: null },
    select: { client: { select: { squadId: true } } },
  });
  return found.length === new Set(itemIds).size && found.every(({ client }) => can(viewer, 'approval.send', client));
}
