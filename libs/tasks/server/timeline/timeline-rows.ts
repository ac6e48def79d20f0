import type { Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { AwayRow } from '@planerka/content-plan/server';
import type { Id, Instant } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { taskConditions, taskFilterInput, type TaskFilter, type TaskFilterInput } from '../tasks/task-filter';
import { awayOfClient } from '../tasks/task-risk';
import { inTaskScope } from '../tasks/task-scope';

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** A task before this one. */
export interface BeforeRow {
  readonly id: Id;
  readonly title: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
}

/** Days are calendar days where the agency is, moments ISO 8601. */
export interface TimelineRow {
  readonly id: Id;
  readonly title: string;
  readonly state: TaskState;
  readonly discipline: Discipline;
  readonly version: number;
  readonly squadId: Id;
  readonly client: Named;
  readonly campaign: Named | null;
  readonly item: Named | null;
  readonly assignee: Named | null;
  readonly estimatedMinutes: number | null;
  readonly spentMinutes: number;
  readonly openQuestions: number;
  readonly dueAt: string | null;
  /** As PostgreSQL writes it, for the cursor: to the microsecond. */
  readonly dueKey: string;
  readonly dueOn: string | null;
  readonly proposedDueOn: string | null;
  readonly issuedOn: string | null;
  readonly acceptedOn: string | null;
  readonly doneOn: string | null;
  readonly stateSinceOn: string;
  readonly publishAt: string | null;
  readonly publishOn: string | null;
  readonly wantsClientApproval: boolean;
  readonly answerDays: number | null;
  readonly away: readonly AwayRow[];
  readonly before: readonly BeforeRow[];
}

export interface TimelineWindow {
  /** Null: the Monday of this week, where the agency is. */
  readonly from: string | null;
  readonly days: number;
  readonly first: number;
  /** Due moment and id of the last one of the page before. */
  readonly after: readonly [string, string] | null;
}

/** Tasks without a due day stand on no day: so many of them are named beside. */
export const undatedLimit = 50;

/** A draft may begin so many days before it is due: a superset, from which the bars' own rule chooses. */
const longestDraft = sql`interval '60 days'`;

/** Tasks that touch the window, the earliest due first, one more than asked for; and on the first page those without a due day. */
export function timelineStatement(
  viewer: CurrentMember,
  filter: TaskFilter,
  { from, days, first, after }: TimelineWindow,
  at: Instant,
): RawBuilder<{ readonly body: TimelineRow }> {
  const input = taskFilterInput(viewer, filter, at);
  const value: Value<TaskFilterInput> = (name) => sql`${input[name]}`;
  const given: Given<TaskFilterInput> = (name) => input[name] !== undefined;
  const chosen = sql`${taskConditions(value, given)} AND ${inTaskScope(value, given)} AND t.state <> 'cancelled'`;
  const isOpen = sql`t.state <> 'done'`;
  const due = sql`(t.due_at AT TIME ZONE w.zone)::date::text`;
  const onDay = (moment: RawBuilder<unknown>) => sql`(${moment} AT TIME ZONE w.zone)::date`;
  return sql<{ readonly body: TimelineRow }>`
    WITH w AS MATERIALIZED (
      SELECT zone, begins::timestamp AT TIME ZONE zone AS begins_at, (begins + ${days}::int)::timestamp AT TIME ZONE zone AS ends_at
      FROM (SELECT g.time_zone AS zone, coalesce(${from}::date,
          date_trunc('week', ${at.toString()}::timestamptz AT TIME ZONE g.time_zone)::date) AS begins
        FROM agency g WHERE g.id = ${viewer.agencyId}::uuid) asked),
    picked AS MATERIALIZED (
      (SELECT t.id FROM task t, w
        WHERE ${chosen} AND t.due_at IS NOT NULL
          AND (t.due_at >= w.begins_at OR t.done_at >= w.begins_at OR (${isOpen} AND ${at.toString()}::timestamptz >= w.begins_at))
          AND (t.due_at < w.ends_at + ${longestDraft} OR coalesce(t.accepted_at, t.issued_at) < w.ends_at)
          ${after ? sql`AND (t.due_at, t.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
        ORDER BY t.due_at, t.id LIMIT ${first}::int + 1)
      UNION ALL
      (SELECT t.id FROM task t
        WHERE ${chosen} AND t.due_at IS NULL AND ${isOpen} ${after ? sql`AND false` : sql``}
        ORDER BY t.id LIMIT ${undatedLimit}))
    SELECT json_build_object(
      'id', t.id, 'title', t.title, 'state', t.state, 'discipline', t.discipline, 'version', t.version, 'squadId', c.squad_id,
      'client', json_build_object('id', c.id, 'name', c.name),
      'campaign', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END,
      'item', CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'name', i.title) END,
      'assignee', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name) END,
      'estimatedMinutes', t.estimated_minutes, 'openQuestions', t.open_questions,
      'spentMinutes', (SELECT coalesce(sum(e.minutes), 0) FROM time_entry e WHERE e.agency_id = t.agency_id AND e.task_id = t.id),
      'dueAt', t.due_at, 'dueKey', t.due_at::text, 'dueOn', ${due},
      'proposedDueOn', CASE WHEN t.state = 'issued' AND t.accepted_at IS NOT NULL THEN (
        SELECT (b.due_at AT TIME ZONE w.zone)::date FROM brief_version b
        WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = t.brief_number AND b.due_at <> t.due_at) END,
      'issuedOn', ${onDay(sql`t.issued_at`)}, 'acceptedOn', ${onDay(sql`t.accepted_at`)}, 'doneOn', ${onDay(sql`t.done_at`)},
      'stateSinceOn', ${onDay(sql`t.state_since`)},
      'publishAt', CASE WHEN i.published_at IS NULL THEN i.publish_at END,
      'publishOn', CASE WHEN i.published_at IS NULL THEN ${onDay(sql`i.publish_at`)} END,
      'wantsClientApproval', t.wants_client_approval, 'answerDays', c.answer_days, 'away', ${awayOfClient},
      'before', (
        SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'state', o.state,
            'dueOn', ${onDay(sql`o.due_at`)}) ORDER BY o.due_at, o.id), '[]')
        FROM task_dependency d JOIN task o ON o.agency_id = d.agency_id AND o.id = d.after_task_id
        WHERE d.agency_id = t.agency_id AND d.task_id = t.id)) AS body
    FROM picked
    CROSS JOIN w
    JOIN task t ON t.agency_id = ${viewer.agencyId}::uuid AND t.id = picked.id
    JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
    LEFT JOIN campaign p ON p.agency_id = t.agency_id AND p.id = t.campaign_id
    LEFT JOIN content_item i ON i.agency_id = t.agency_id AND i.id = t.item_id AND i.deleted_at IS NULL
    LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
    ORDER BY t.due_at NULLS LAST, t.id`;
}
