import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import type { Statement } from '@planerka/platform/server';
import { taskScope } from '@planerka/agency/domain';
import { sql } from 'kysely';
import { inScope } from '../tasks/task-scope';
import { adOfItem, adOfTask, type AdDocument } from './ad-sources';

/** A task or a publication that people are shown as advertising. */
export interface AdRow {
  readonly taskId: Id | null;
  readonly itemId: Id | null;
  readonly clientId: Id;
  readonly clientName: string;
  readonly squadId: Id;
  readonly assigneeId: Id | null;
  readonly managerId: Id | null;
  readonly campaignId: Id | null;
  readonly title: string;
  readonly startsOn: string | null;
  readonly isLaunched: boolean;
  readonly ad: AdDocument;
}

export interface RegisterWish {
  readonly clientId?: Id | null;
  readonly taskId?: Id | null;
  readonly itemId?: Id | null;
}

/** Of each kind, the latest: more than an agency runs in a year. */
export const registerLimit = 2_000;

const only = (column: string, id: Id | null | undefined) =>
  id == null ? sql`` : sql`AND ${sql.ref(column)} = ${isId(id) ? id : null}::uuid`;

/** Issued work of targetologists that the viewer sees. */
export const adTasks = (viewer: CurrentMember, { clientId, taskId }: RegisterWish): Statement<AdRow> => sql<AdRow>`
  SELECT t.id AS "taskId", NULL::uuid AS "itemId", t.client_id AS "clientId", c.name AS "clientName", c.squad_id AS "squadId",
    t.assignee_id AS "assigneeId", t.manager_id AS "managerId", t.campaign_id AS "campaignId", t.title,
    (SELECT b.data ->> 'startsOn' FROM brief_version b
      WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = t.brief_number) AS "startsOn",
    t.state = 'done' AS "isLaunched", ${adOfTask} AS ad
  FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
  WHERE ${inScope(viewer)} AND t.discipline = 'targeting' AND t.brief_number > 0 AND t.state NOT IN ('draft', 'cancelled')
    ${only('t.client_id', clientId)} ${only('t.id', taskId)}
  ORDER BY t.created_at DESC, t.id DESC LIMIT ${registerLimit}`;

/** Publications of the format «ad» that no targetologist has in hand, for those who lead their client. */
export function adItems(viewer: CurrentMember, { clientId, itemId }: RegisterWish): Statement<AdRow> {
  const scope = taskScope(viewer);
  const seen = scope.kind === 'all' ? sql`true` : sql`c.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
  return sql<AdRow>`
    SELECT NULL::uuid AS "taskId", i.id AS "itemId", i.client_id AS "clientId", c.name AS "clientName", c.squad_id AS "squadId",
      NULL::uuid AS "assigneeId", NULL::uuid AS "managerId", i.campaign_id AS "campaignId", i.title,
      (i.publish_at AT TIME ZONE a.time_zone)::date::text AS "startsOn", i.published_at IS NOT NULL AS "isLaunched",
      ${adOfItem} AS ad
    FROM content_item i
    JOIN client c ON c.agency_id = i.agency_id AND c.id = i.client_id
    JOIN agency a ON a.id = i.agency_id
    WHERE i.agency_id = ${viewer.agencyId}::uuid AND i.deleted_at IS NULL AND ${seen}
      AND (
        (i.format = 'ad' AND NOT EXISTS (
          SELECT FROM task t WHERE t.agency_id = i.agency_id AND t.item_id = i.id AND t.discipline = 'targeting'
            AND t.brief_number > 0 AND t.state NOT IN ('draft', 'cancelled')))
        OR EXISTS (SELECT FROM ad_marking n WHERE n.agency_id = i.agency_id AND n.item_id = i.id))
      ${only('i.client_id', clientId)} ${only('i.id', itemId)}
    ORDER BY i.publish_at DESC, i.id DESC LIMIT ${registerLimit}`;
}
