import type { CalendarPublication, CalendarTask } from '@planerka/activity/domain';
import { clientScope, type MemberViewer } from '@planerka/agency/domain';
import type { Id, Instant } from '@planerka/platform/domain';
import { fromDbInstant, type Statement } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Enough for years of a busy agency; a calendar of more nobody looks at. */
const most = 3_000;

type Raw<T> = { readonly [K in keyof T]: T[K] extends Instant ? Date : T[K] };
export type PublicationRow = Raw<CalendarPublication>;
export type TaskRow = Raw<CalendarTask>;

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const publications = (
  agencyId: Id,
  condition: RawBuilder<boolean>,
  idea: RawBuilder<string>,
): Statement<PublicationRow> =>
  sql`SELECT i.id, i.title, ${idea} AS idea, i.format, i.status, i.publish_at AS "publishAt",
        i.client_id AS "clientId", c.name AS "clientName", r.name AS rubric, i.version, i.updated_at AS "changedAt",
        (SELECT coalesce(json_agg(json_build_object('network', h.network, 'title', h.title, 'url', ic.url) ORDER BY h.position, h.title), '[]')
          FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id
          WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id) AS channels, i.published_url AS "looseUrl"
      FROM content_item i
      JOIN client c ON c.agency_id = i.agency_id AND c.id = i.client_id
      JOIN agency g ON g.id = i.agency_id
      LEFT JOIN rubric r ON r.agency_id = i.agency_id AND r.id = i.rubric_id
      WHERE i.agency_id = ${agencyId}::uuid AND i.deleted_at IS NULL AND ${condition}
      ORDER BY i.publish_at, i.id LIMIT ${most}`;

const within = ({ from, to }: Span) =>
  sql<boolean>`i.publish_at >= ${from.toString()}::timestamptz AND i.publish_at < ${to.toString()}::timestamptz`;

/** Of the clients one leads all; of a specialist's those that their work is for. */
export function ownPublications(viewer: MemberViewer, span: Span): Statement<PublicationRow> {
  const { agencyId, memberId } = viewer;
  const scope = clientScope(viewer);
  const served =
    viewer.role === 'specialist'
      ? sql<boolean>`i.id IN (SELECT t.item_id FROM task t
          WHERE t.agency_id = ${agencyId}::uuid AND t.assignee_id = ${memberId}::uuid AND t.state NOT IN ('draft', 'cancelled'))`
      : scope.kind === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`c.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
  return publications(agencyId, sql`${within(span)} AND ${served}`, sql`i.idea`);
}

/** A month of the plan that was shown to the client: what is planned in it is no secret from them. */
const monthShown = sql<boolean>`EXISTS (SELECT 1 FROM plan_link k
  WHERE k.agency_id = i.agency_id AND k.client_id = i.client_id AND k.revoked_at IS NULL
    AND k.month = date_trunc('month', i.publish_at AT TIME ZONE g.time_zone)::date)`;

/** What the client was asked about. */
const asked = sql<boolean>`EXISTS (SELECT 1 FROM approval_subject s WHERE s.agency_id = i.agency_id AND s.item_id = i.id)`;

/**
 * What a client has been shown, and what is out: a publication that is only thought of is not theirs to see. What it is about is told
 * where the plan was.
 */
export const clientPublications = (agencyId: Id, clientId: Id, span: Span): Statement<PublicationRow> =>
  publications(
    agencyId,
    sql`i.client_id = ${clientId}::uuid AND ${within(span)} AND (i.published_at IS NOT NULL OR ${monthShown} OR ${asked})`,
    sql`CASE WHEN ${monthShown} THEN i.idea ELSE '' END`,
  );

/** A month as it is shown by a link to the plan. */
export const monthPublications = (agencyId: Id, clientId: Id, firstDay: string): Statement<PublicationRow> =>
  publications(
    agencyId,
    sql`i.client_id = ${clientId}::uuid
      AND i.publish_at >= ${firstDay}::date::timestamp AT TIME ZONE g.time_zone
      AND i.publish_at < (${firstDay}::date + interval '1 month') AT TIME ZONE g.time_zone`,
    sql`i.idea`,
  );

/** What somebody has in hand; a draft is not theirs yet. */
export const ownTasks = ({ agencyId, memberId }: MemberViewer): Statement<TaskRow> =>
  sql`SELECT t.id, t.title, t.discipline, t.state, t.due_at AS "dueAt", c.name AS "clientName", t.version,
        greatest(t.state_since, (SELECT max(b.updated_at) FROM brief_version b
          WHERE b.agency_id = t.agency_id AND b.task_id = t.id)) AS "changedAt"
      FROM task t
      JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      WHERE t.agency_id = ${agencyId}::uuid AND t.assignee_id = ${memberId}::uuid
        AND t.state NOT IN ('draft', 'done', 'cancelled') AND t.due_at IS NOT NULL
      ORDER BY t.due_at, t.id LIMIT ${most}`;

export const publicationOf = ({ publishAt, changedAt, ...row }: PublicationRow): CalendarPublication => ({
  ...row,
  publishAt: fromDbInstant(publishAt),
  changedAt: fromDbInstant(changedAt),
});

export const taskOf = ({ dueAt, changedAt, ...row }: TaskRow): CalendarTask => ({
  ...row,
  dueAt: fromDbInstant(dueAt),
  changedAt: fromDbInstant(changedAt),
});
