import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';
import type { TodayDayObject, TodayLoadObject, TodayNewsObject } from './today.object';
import { ledBy, servedBy, visibleTasks, withOpenTasks, type AgencyTime } from './today-scope';

export interface TodaySides {
  /** The agency's own, ISO. */
  readonly day: string;
  readonly week: readonly TodayDayObject[];
  readonly load: readonly TodayLoadObject[];
  readonly news: readonly TodayNewsObject[];
}

/** The week strip, the load and the news, in one statement. */
export function todaySides(viewer: CurrentMember, time: AgencyTime): RawBuilder<TodaySides> {
  return sql`${withOpenTasks(viewer)} SELECT ${time.today}::text AS day, (${weekOf(viewer, time)}) AS week, (${loadOf(viewer, time)}) AS load,
    (${newsOf(viewer)}) AS news`;
}

const mondayOf = ({ today }: AgencyTime): RawBuilder<unknown> => sql`date_trunc('week', ${today}::timestamp)`;

const localDay = (column: RawBuilder<unknown>, { zone }: AgencyTime): RawBuilder<unknown> =>
  sql`(${column} AT TIME ZONE ${zone})::date`;

function weekOf(viewer: CurrentMember, time: AgencyTime): RawBuilder<unknown> {
  const { agencyId } = viewer;
  const monday = mondayOf(time);
  const start = sql`(${monday} AT TIME ZONE ${time.zone})`;
  const inWeek = (column: RawBuilder<unknown>) =>
    sql`${column} >= ${start} AND ${column} < ${start} + interval '7 days'`;
  return sql`
    WITH items AS MATERIALIZED (
      SELECT ${localDay(sql`item.publish_at`, time)} AS day, item.status, item.publish_at FROM content_item item
      JOIN client ON client.agency_id = item.agency_id AND client.id = item.client_id
      WHERE item.agency_id = ${agencyId} AND item.deleted_at IS NULL AND ${inWeek(sql`item.publish_at`)} AND ${servedBy(viewer)}
    ), due AS MATERIALIZED (
      SELECT ${localDay(sql`task.due_at`, time)} AS day FROM open_task task
      JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
      WHERE task.agency_id = ${agencyId} AND task.state IN ('draft', 'issued', 'in_progress')
        AND ${inWeek(sql`task.due_at`)} AND ${visibleTasks(viewer)}
    ), asked AS MATERIALIZED (
      SELECT ${localDay(sql`approval.due_at`, time)} AS day FROM approval
      JOIN client ON client.agency_id = approval.agency_id AND client.id = approval.client_id
      WHERE approval.agency_id = ${agencyId} AND approval.state = 'pending' AND ${inWeek(sql`approval.due_at`)} AND ${ledBy(viewer)}
    )
    SELECT json_agg(json_build_object(
      'day', day::date,
      'publications', (SELECT count(*) FROM items WHERE items.day = days.day),
      'published', (SELECT count(*) FROM items WHERE items.day = days.day AND items.status = 'published'),
      'atRisk', (SELECT count(*) FROM items WHERE items.day = days.day
        AND (items.status = 'missed' OR (items.status IN ('planned', 'in_production') AND items.publish_at < ${time.now} + interval '2 days'))),
      'tasksDue', (SELECT count(*) FROM due WHERE due.day = days.day),
      'approvalsDue', (SELECT count(*) FROM asked WHERE asked.day = days.day)
    ) ORDER BY day)
    FROM generate_series(${monday}, ${monday} + interval '6 days', interval '1 day') AS days(day)`;
}

/** Estimated hours of open work due by the end of the week, against the hours people have. */
function loadOf(viewer: CurrentMember, time: AgencyTime): RawBuilder<unknown> {
  const people =
    viewer.role === 'owner'
      ? sql`member.role = 'specialist'`
      : viewer.role === 'manager'
        ? sql`member.role = 'specialist' AND EXISTS (SELECT FROM squad_member s WHERE s.agency_id = member.agency_id
            AND s.member_id = member.id AND s.squad_id = ANY(${viewer.squadIds}::uuid[]))`
        : sql`member.id = ${viewer.memberId}`;
  const end = sql`(${mondayOf(time)} + interval '7 days') AT TIME ZONE ${time.zone}`;
  return sql`
    SELECT coalesce(json_agg(load ORDER BY (load ->> 'planned')::float8 / nullif((load ->> 'capacity')::float8, 0) DESC NULLS LAST), '[]')
    FROM (
      SELECT json_build_object('memberId', member.id, 'name', member.name, 'disciplines', member.disciplines::text[],
        'capacity', member.weekly_hours,
        'planned', coalesce((SELECT round(sum(coalesce(task.estimated_minutes, 0)) / 60.0, 1) FROM open_task task
          WHERE task.agency_id = member.agency_id AND task.assignee_id = member.id
            AND task.state IN ('issued', 'in_progress') AND task.due_at < ${end}), 0)) AS load
      FROM member WHERE member.agency_id = ${viewer.agencyId} AND member.deactivated_at IS NULL AND ${people}
    ) AS people`;
}

function newsOf(viewer: CurrentMember): RawBuilder<unknown> {
  if (viewer.role === 'specialist') return sql`SELECT '[]'::json`;
  return sql`
    SELECT coalesce(json_agg(news), '[]') FROM (
      SELECT entry.id, entry.action, entry.actor_name AS "actorName", entry.details ->> 'title' AS title, entry.at,
        CASE WHEN entry.entity_type = 'Task' THEN entry.entity_id END AS "taskId"
      FROM audit_entry entry
      LEFT JOIN client ON client.agency_id = entry.agency_id AND client.id = entry.client_id
      WHERE entry.agency_id = ${viewer.agencyId} AND entry.actor_member_id IS DISTINCT FROM ${viewer.memberId}
        AND split_part(entry.action, '.', 1) = ANY(${newsworthy}) AND ${ledBy(viewer)}
      ORDER BY entry.at DESC, entry.id DESC LIMIT 8
    ) AS news`;
}

/** Whose news a lead wants to hear; the whole log is the audit's. */
const newsworthy = ['task', 'approval', 'item', 'budget', 'payout', 'member'];
