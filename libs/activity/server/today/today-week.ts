import { sql, type RawBuilder } from 'kysely';
import { clocks, ledClients, type Asker } from './today-scope';

const localDay = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${column} AT TIME ZONE ${clocks('zone')})::date`;

const inWeek = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${column} >= ${clocks('week_begins')} AND ${column} < ${clocks('week_ends')}`;

/** The days of this week, Monday first, and what falls on each. */
export const daysOf = ({ agencyId, leads, serves }: Asker): RawBuilder<unknown> => sql`
  WITH items AS (
    SELECT ${localDay(sql`item.publish_at`)} AS day, count(*) AS publications,
      count(*) FILTER (WHERE item.status = 'published') AS published,
      count(*) FILTER (WHERE item.status = 'missed' OR (item.status IN ('planned', 'in_production')
        AND item.publish_at < ${clocks('at')} + interval '2 days')) AS at_risk
    FROM content_item item
    JOIN client ON client.agency_id = item.agency_id AND client.id = item.client_id
    WHERE item.agency_id = ${agencyId} AND item.deleted_at IS NULL AND ${inWeek(sql`item.publish_at`)} AND ${serves}
    GROUP BY 1
  ), due AS (
    SELECT ${localDay(sql`task.due_at`)} AS day, count(*) AS tasks FROM task_seen task
    WHERE task.state IN ('draft', 'issued', 'in_progress') AND ${inWeek(sql`task.due_at`)}
    GROUP BY 1
  ), asked AS (
    SELECT ${localDay(sql`approval.due_at`)} AS day, count(*) AS approvals FROM approval
    JOIN client ON client.agency_id = approval.agency_id AND client.id = approval.client_id
    WHERE approval.agency_id = ${agencyId} AND approval.state = 'pending' AND ${inWeek(sql`approval.due_at`)} AND ${leads}
    GROUP BY 1
  )
  SELECT days.day, coalesce(items.publications, 0) AS publications, coalesce(items.published, 0) AS published,
    coalesce(items.at_risk, 0) AS at_risk, coalesce(due.tasks, 0) AS tasks_due, coalesce(asked.approvals, 0) AS approvals_due
  FROM (SELECT clock.monday + n AS day FROM clock, generate_series(0, 6) AS n) days
  LEFT JOIN items ON items.day = days.day
  LEFT JOIN due ON due.day = days.day
  LEFT JOIN asked ON asked.day = days.day`;

/**
 * Estimated hours of open work due by the end of the week, against the hours people have: a lead's own squads, or
 * oneself. Work for other squads' clients counts, too.
 */
export const peopleOf = ({ role, agencyId, memberId }: Asker): RawBuilder<unknown> => sql`
  SELECT member.id, member.name, member.disciplines::text[] AS disciplines, member.weekly_hours AS capacity,
    coalesce(round(work.minutes / 60.0, 1), 0)::float8 AS planned
  FROM member LEFT JOIN (
    SELECT task.assignee_id, sum(task.estimated_minutes) AS minutes FROM open_task task
    WHERE task.state IN ('issued', 'in_progress') AND task.due_at < ${clocks('week_ends')} GROUP BY task.assignee_id
  ) work ON work.assignee_id = member.id
  WHERE member.agency_id = ${agencyId} AND member.deactivated_at IS NULL AND ${people[role](memberId)}`;

const people: Readonly<Record<Asker['role'], (memberId: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  owner: () => sql`member.role = 'specialist'`,
  manager: (memberId) => sql`member.role = 'specialist' AND EXISTS (
    SELECT FROM squad_member theirs
    JOIN squad_member own ON own.agency_id = theirs.agency_id AND own.squad_id = theirs.squad_id AND own.member_id = ${memberId}
    WHERE theirs.agency_id = member.agency_id AND theirs.member_id = member.id)`,
  specialist: (memberId) => sql`member.id = ${memberId}`,
};

/** What others did lately, of clients that the viewer leads; an owner hears of the agency's own affairs, too. */
export const newsOf = ({ role, agencyId, memberId, leads }: Asker): RawBuilder<unknown> => sql`
  SELECT entry.id, entry.action, entry.actor_name, entry.details ->> 'title' AS title, entry.at,
    CASE WHEN entry.entity_type = 'Task' THEN entry.entity_id END AS task_id
  FROM audit_entry entry
  WHERE entry.agency_id = ${agencyId} AND entry.actor_member_id IS DISTINCT FROM ${memberId}
    AND split_part(entry.action, '.', 1) IN (${sql.join(newsworthy.map((topic) => sql.lit(topic)))})
    AND ${role === 'owner' ? leads : sql`NOT entry.owners_only AND entry.client_id = ANY(${ledClients(agencyId, leads)})`}
  ORDER BY entry.at DESC, entry.id DESC LIMIT 8`;

/** Whose news a lead wants to hear; the whole log is the audit's. */
const newsworthy = ['task', 'approval', 'item', 'budget', 'payout', 'member'] as const;
