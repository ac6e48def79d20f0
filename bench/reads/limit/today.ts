import { json, money } from './json.ts';
import { CLIENTS, MANAGER, SELF } from './viewer.ts';

const SHOWN = 25;

/** A row's fields as the screen has them; what a kind lacks is null. */
const FIELDS = {
  clientId: 'null',
  clientName: 'null',
  taskId: 'null',
  campaignId: 'null',
  person: 'null',
  text: 'null',
  since: 'null',
  dueAt: 'null',
  publishAt: 'null',
  version: 'null',
  round: 'null',
  includedRounds: 'null',
  amount: 'null',
  category: 'null',
  month: 'null',
  percent: 'null',
  isHard: 'null',
  count: 'null',
  isViewersTurn: 'true',
  isUrgent: 'false',
} as const;

interface Part {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly fields: Partial<Record<keyof typeof FIELDS, string>>;
  readonly from: string;
  readonly order: string;
}

const OF_TASK = { clientId: 'c.id', clientName: 'c.name', taskId: 't.id' };
const nameOf = (person: string): string => `(SELECT name FROM member m WHERE m.agency_id = $1 AND m.id = ${person})`;
const NEAR = `coalesce(t.publish_at < now() + interval '36 hours', false)`;
const LATE = 'coalesce(t.due_at < now(), false)';
const TIMES = { since: 't.state_since', dueAt: 't.due_at', publishAt: 't.publish_at' };

/** Of open tasks, which the statement has read once. */
const ofOpen = (kind: string, condition: string, order: string, fields: Part['fields']): Part => ({
  kind,
  id: 't.id',
  title: 't.title',
  fields: { ...OF_TASK, ...TIMES, ...fields },
  from: `open t JOIN client c ON c.agency_id = $1 AND c.id = t.client_id WHERE ${condition}`,
  order,
});
const own = (kind: string, condition: string, fields: Part['fields']): Part =>
  ofOpen(kind, `t.assignee_id = ${SELF} AND ${condition}`, 't.due_at NULLS LAST, t.id', {
    person: nameOf('t.manager_id'),
    isUrgent: LATE,
    ...fields,
  });
const led = (kind: string, condition: string, order: string, fields: Part['fields'] = {}): Part =>
  ofOpen(kind, `t.is_led AND ${condition}`, order, { person: nameOf('t.assignee_id'), isUrgent: NEAR, ...fields });
const USED = '(l.committed_minor + l.payable_minor + l.spent_minor)';

/** In the screen's order of kinds. */
const PARTS: readonly Part[] = [
  own('accept', `t.state = 'issued'`, { amount: money('t.fee_minor', 't.currency') }),
  own('returned', `t.state = 'in_progress' AND t.deliverable_number > 0`, {
    version: 't.deliverable_number',
    round: 't.rounds',
  }),
  own('work', `t.state = 'in_progress' AND t.deliverable_number = 0`, {}),
  led('review', `t.state = 'in_review' AND t.assignee_id IS DISTINCT FROM ${SELF}`, 't.state_since, t.id', {
    version: 't.deliverable_number',
  }),
  led(
    'to_send',
    `t.state = 'client_review' AND NOT EXISTS (SELECT FROM approval_subject s JOIN approval a ON a.agency_id = $1 AND a.id = s.approval_id
      WHERE s.agency_id = $1 AND s.task_id = t.id AND a.state = 'pending')`,
    't.publish_at NULLS LAST, t.id',
  ),
  {
    kind: 'client_changes',
    id: 'd.id',
    title: `coalesce(nullif(d.comment, ''), t.title)`,
    fields: {
      ...OF_TASK,
      since: 'd.decided_at',
      person: 'd.contact_name',
      text: 't.title',
      round: 't.rounds',
      includedRounds: 'a.included_rounds',
    },
    from: `approval_decision d
      JOIN approval a ON a.agency_id = $1 AND a.id = d.approval_id AND a.client_id = ANY(${CLIENTS})
      JOIN approval_subject s ON s.agency_id = $1 AND s.approval_id = a.id
      JOIN open t ON t.is_led AND t.id = s.task_id AND t.state = 'in_progress' AND t.submitted_at < d.decided_at
      JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
      WHERE d.agency_id = $1 AND d.kind = 'request_changes' AND d.voided_at IS NULL`,
    order: 'd.decided_at DESC, d.id',
  },
  {
    kind: 'paid_round',
    id: 'q.id',
    title: 't.title',
    fields: {
      ...OF_TASK,
      since: 'q.created_at',
      round: 'q.round',
      text: 'q.reason',
      amount: money('q.price_minor', 'q.currency'),
    },
    from: `change_request q JOIN task t ON t.agency_id = $1 AND t.id = q.task_id JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
      WHERE q.agency_id = $1 AND q.state = 'draft' AND q.client_id = ANY(${CLIENTS})`,
    order: 'q.created_at, q.id',
  },
  {
    kind: 'question',
    id: 'q.id',
    title: 'q.question',
    fields: {
      ...OF_TASK,
      ...TIMES,
      person: nameOf('q.asked_by_id'),
      since: 'q.asked_at',
      text: 't.title',
      isUrgent: NEAR,
    },
    from: `task_question q JOIN open t ON t.is_led AND t.id = q.task_id JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
      WHERE q.agency_id = $1 AND q.answered_at IS NULL`,
    order: 'q.asked_at, q.id',
  },
  led('declined', `t.state = 'draft' AND t.decline_reason IS NOT NULL`, 't.state_since DESC, t.id', {
    text: 't.decline_reason',
  }),
  {
    kind: 'revision',
    id: 'r.id',
    title: 'p.name',
    fields: {
      clientId: 'c.id',
      clientName: 'c.name',
      campaignId: 'p.id',
      since: 'r.requested_at',
      person: 'm.name',
      text: 'r.reason',
      isViewersTurn: 'false',
    },
    from: `budget_revision r JOIN campaign p ON p.agency_id = $1 AND p.id = r.campaign_id AND p.client_id = ANY(${CLIENTS})
      JOIN client c ON c.agency_id = $1 AND c.id = p.client_id LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.requested_by_id
      WHERE r.agency_id = $1 AND r.state = 'requested'`,
    order: 'r.requested_at, r.id',
  },
  {
    kind: 'money',
    id: 'l.id',
    title: 'p.name',
    fields: {
      clientId: 'c.id',
      clientName: 'c.name',
      campaignId: 'p.id',
      category: 'l.category',
      month: `to_char(l.month, 'YYYY-MM')`,
      isHard: 'l.is_hard',
      percent: `round(${USED} * 100.0 / nullif(l.planned_minor, 0), 1)::float8`,
      amount: money('l.available_minor', 'l.currency'),
      isViewersTurn: 'false',
      isUrgent: `coalesce(${USED} >= l.planned_minor, false)`,
    },
    from: `campaign p JOIN budget_line l ON l.agency_id = $1 AND l.campaign_id = p.id JOIN client c ON c.agency_id = $1 AND c.id = p.client_id
      WHERE p.agency_id = $1 AND p.client_id = ANY(${CLIENTS}) AND p.state = 'active' AND l.month >= date_trunc('month', (SELECT today FROM day))
        AND ${USED} * 10 >= l.planned_minor * 8 AND ${USED} > 0`,
    order: 'l.available_minor, l.id',
  },
];

// What waits for the viewer comes before what they only hear of: the last two kinds.
const rows = PARTS.map(
  (
    { kind, id, title, fields, from, order },
    place,
  ) => `(SELECT ${place} AS kind, row_number() OVER () AS place, row FROM (
    SELECT ${json({ id, kind: `'${kind.toUpperCase()}'`, title, ...FIELDS, ...fields })} AS row FROM ${from} ORDER BY ${order} LIMIT ${SHOWN}) part)`,
).join(' UNION ALL ');

const local = (column: string): string => `(${column} AT TIME ZONE (SELECT time_zone FROM day))::date`;
const inWeek = (column: string): string =>
  `${column} >= (SELECT since FROM day) AND ${column} < (SELECT before FROM day)`;

/** The rows that wait, the week, the load, the news, and the steps of a new agency. */
export const today = `
  WITH ${MANAGER}, zone AS MATERIALIZED (
    SELECT time_zone, (now() AT TIME ZONE time_zone)::date AS today FROM agency WHERE id = $1
  ), day AS MATERIALIZED (
    SELECT time_zone, today, date_trunc('week', today)::date AS monday, date_trunc('week', today)::timestamp AT TIME ZONE time_zone AS since,
      (date_trunc('week', today) + interval '1 week')::timestamp AT TIME ZONE time_zone AS before FROM zone
  ), open AS MATERIALIZED (
    SELECT t.*, t.client_id = ANY(${CLIENTS}) AS is_led,
      (SELECT publish_at FROM content_item i WHERE i.agency_id = $1 AND i.id = t.item_id) AS publish_at
    FROM task t WHERE t.agency_id = $1 AND t.state NOT IN ('done', 'cancelled') AND (t.client_id = ANY(${CLIENTS}) OR t.assignee_id = ${SELF})
  ), items AS (
    SELECT ${local('publish_at')} AS day, count(*) AS publications, count(*) FILTER (WHERE status = 'published') AS published,
      count(*) FILTER (WHERE status = 'missed' OR (status IN ('planned', 'in_production') AND publish_at < now() + interval '2 days')) AS risky
    FROM content_item WHERE agency_id = $1 AND deleted_at IS NULL AND client_id = ANY(${CLIENTS}) AND ${inWeek('publish_at')} GROUP BY 1
  ), due AS (
    SELECT ${local('due_at')} AS day, count(*) AS tasks FROM open
    WHERE state IN ('draft', 'issued', 'in_progress') AND ${inWeek('due_at')} GROUP BY 1
  ), asked AS (
    SELECT ${local('due_at')} AS day, count(*) AS approvals FROM approval
    WHERE agency_id = $1 AND state = 'pending' AND client_id = ANY(${CLIENTS}) AND ${inWeek('due_at')} GROUP BY 1
  ), load AS (
    SELECT m.id, m.name, m.disciplines, m.weekly_hours, round(coalesce(sum(t.estimated_minutes), 0) / 60.0, 1) AS planned
    FROM member m LEFT JOIN task t ON t.agency_id = $1 AND t.assignee_id = m.id AND t.state IN ('issued', 'in_progress')
      AND t.state NOT IN ('done', 'cancelled') AND t.due_at < (SELECT before FROM day)
    WHERE m.agency_id = $1 AND m.role = 'specialist' AND m.deactivated_at IS NULL AND EXISTS (
      SELECT FROM squad_member s JOIN squad_member mine ON mine.agency_id = $1 AND mine.squad_id = s.squad_id AND mine.member_id = ${SELF}
      WHERE s.agency_id = $1 AND s.member_id = m.id)
    GROUP BY m.agency_id, m.id
  ), news AS (
    SELECT e.id, e.action, e.actor_name, e.details ->> 'title' AS title, e.at, CASE WHEN e.entity_type = 'Task' THEN e.entity_id END AS task_id
    FROM audit_entry e
    WHERE e.agency_id = $1 AND e.client_id = ANY(${CLIENTS}) AND e.actor_member_id IS DISTINCT FROM ${SELF}
      AND split_part(e.action, '.', 1) IN ('task', 'approval', 'item', 'budget', 'payout', 'member')
    ORDER BY e.at DESC, e.id DESC LIMIT 8
  )
  SELECT json_build_object('data', json_build_object('today', json_build_object(
      'id', ${SELF}, 'day', (SELECT today FROM day),
      'rows', (SELECT coalesce(json_agg(row ORDER BY kind, place), '[]') FROM (${rows}) parts),
      'week', (SELECT json_agg(json_build_object('day', d.day, 'publications', coalesce(publications, 0), 'published', coalesce(published, 0),
          'atRisk', coalesce(risky, 0), 'tasksDue', coalesce(tasks, 0), 'approvalsDue', coalesce(approvals, 0)) ORDER BY d.day)
        FROM (SELECT (SELECT monday FROM day) + n AS day FROM generate_series(0, 6) n) d
        LEFT JOIN items USING (day) LEFT JOIN due USING (day) LEFT JOIN asked USING (day)),
      'load', (SELECT coalesce(json_agg(json_build_object('memberId', id, 'name', name, 'disciplines', disciplines, 'planned', planned,
          'capacity', weekly_hours) ORDER BY planned / nullif(weekly_hours, 0) DESC NULLS LAST), '[]') FROM load),
      'news', (SELECT coalesce(json_agg(json_build_object('id', id, 'action', action, 'actorName', actor_name, 'title', title, 'at', at,
          'taskId', task_id)), '[]') FROM news)),
    'agencySteps', json_build_array(
      json_build_object('key', 'client', 'isDone', EXISTS (SELECT FROM client WHERE agency_id = $1)),
      json_build_object('key', 'campaign', 'isDone', EXISTS (SELECT FROM campaign WHERE agency_id = $1)),
      json_build_object('key', 'budget', 'isDone', EXISTS (SELECT FROM budget_line WHERE agency_id = $1 AND planned_minor > 0)),
      json_build_object('key', 'item', 'isDone', EXISTS (SELECT FROM content_item WHERE agency_id = $1 AND deleted_at IS NULL)),
      json_build_object('key', 'brief', 'isDone', EXISTS (SELECT FROM task WHERE agency_id = $1 AND brief_number > 0)))))::text AS body`;
