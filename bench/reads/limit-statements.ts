// What the limit answers each screen with: one statement, written by hand for just what the screen shows, that makes the whole
// body. $1 the agency, $2 the person, from $3 on what the screen is asked with. For managers alone: this is what PostgreSQL and Node can do, not a product.

const MANAGER = `manager AS MATERIALIZED (
    SELECT m.id, array(SELECT s.squad_id FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id) AS squads
    FROM member m WHERE m.agency_id = $1 AND m.user_id = $2 AND m.role = 'manager' AND m.deactivated_at IS NULL)`;

const board = `
  WITH ${MANAGER}, ranked AS (
    SELECT t.id, t.state, row_number() OVER column_order AS place, count(*) OVER (PARTITION BY t.state) AS total
    FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
    WHERE t.agency_id = $1 AND (c.squad_id = ANY((SELECT squads FROM manager)::uuid[]) OR t.assignee_id = (SELECT id FROM manager))
    WINDOW column_order AS (PARTITION BY t.state ORDER BY
      CASE WHEN t.state IN ('done', 'cancelled') THEN t.state_since END DESC,
      CASE WHEN t.state IN ('done', 'cancelled') THEN t.id END DESC, coalesce(t.due_at, 'infinity'), t.id)
  ), columns AS (
    SELECT r.state, max(r.total) AS total, json_agg(json_build_object(
      'id', t.id, 'title', t.title, 'state', t.state, 'discipline', t.discipline, 'dueAt', t.due_at,
      'isOverdue', t.due_at < now() AND t.state IN ('issued', 'in_progress'), 'isBlocked', t.open_questions > 0,
      'version', t.version, 'rounds', t.rounds,
      'openComments', (SELECT count(*) FROM comment m
        JOIN deliverable v ON v.agency_id = m.agency_id AND v.id = m.deliverable_id AND v.number = t.deliverable_number
        WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.visibility = 'internal'
          AND m.parent_id IS NULL AND m.resolved_at IS NULL),
      'criteria', (SELECT json_build_object('count', count(*), 'met', count(k.checked_at)) FROM criterion k
        WHERE k.agency_id = t.agency_id AND k.task_id = t.id),
      'includedRounds', coalesce((SELECT e.included_rounds FROM retainer e
        WHERE e.agency_id = t.agency_id AND e.client_id = t.client_id AND e.valid_from <= current_date
        ORDER BY e.valid_from DESC LIMIT 1), 0),
      'client', json_build_object('id', c.id, 'name', c.name),
      'assignee', (SELECT json_build_object('id', a.id, 'name', a.name) FROM member a
        WHERE a.agency_id = t.agency_id AND a.id = t.assignee_id),
      'predecessors', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'title', b.title, 'state', b.state) ORDER BY b.id), '[]')
        FROM task_dependency d JOIN task b ON b.agency_id = d.agency_id AND b.id = d.after_task_id
        WHERE d.agency_id = t.agency_id AND d.task_id = t.id)) ORDER BY r.place) AS nodes
    FROM ranked r
    JOIN task t ON t.agency_id = $1 AND t.id = r.id
    JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
    WHERE r.place <= 40
    GROUP BY r.state
  )
  SELECT json_build_object('data', json_build_object('taskBoard', json_agg(json_build_object(
    'state', upper(state::text), 'count', total, 'nodes', nodes) ORDER BY state)))::text AS body
  FROM columns`;

/** $3 the month's first day: whole weeks around it, in the agency's zone, of all the manager's clients. */
const calendar = `
  WITH ${MANAGER}, shown AS (
    SELECT g.time_zone, date_trunc('week', $3::date)::timestamp AT TIME ZONE g.time_zone AS since,
      (date_trunc('week', $3::date + interval '1 month' - interval '1 day') + interval '1 week')::timestamp AT TIME ZONE g.time_zone AS before
    FROM agency g WHERE g.id = $1)
  SELECT json_build_object('data', json_build_object('contentPlan', json_build_object('items', json_agg(json_build_object(
    'id', i.id, 'title', i.title, 'format', upper(i.format::text), 'version', i.version, 'status', upper(i.status::text),
    'publishOn', to_char(i.publish_at AT TIME ZONE s.time_zone, 'YYYY-MM-DD'),
    'publishTime', to_char(i.publish_at AT TIME ZONE s.time_zone, 'HH24:MI'),
    'client', json_build_object('id', c.id, 'name', c.name),
    'rubric', (SELECT json_build_object('id', r.id, 'name', r.name, 'colour', r.colour) FROM rubric r
      WHERE r.agency_id = $1 AND r.id = i.rubric_id),
    'channels', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'network', h.network, 'title', h.title)
        ORDER BY h.position, h.id), '[]')
      FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id
      WHERE ic.agency_id = $1 AND ic.item_id = i.id),
    'tasks', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'discipline', t.discipline, 'state', t.state,
        'assigneeId', t.assignee_id, 'assigneeName', m.name) ORDER BY t.discipline, t.created_at, t.id), '[]')
      FROM task t LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
      WHERE t.agency_id = $1 AND t.item_id = i.id AND t.state <> 'cancelled')
    ) ORDER BY i.publish_at, i.id))))::text AS body
  FROM shown s, client c JOIN content_item i ON i.agency_id = c.agency_id AND i.client_id = c.id
  WHERE c.agency_id = $1 AND c.squad_id = ANY((SELECT squads FROM manager)::uuid[]) AND i.agency_id = $1
    AND i.deleted_at IS NULL AND i.publish_at >= s.since AND i.publish_at < s.before`;

export const LIMIT_STATEMENTS: Readonly<Record<string, string>> = { board, calendar };
