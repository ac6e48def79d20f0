import { CLIENTS, MANAGER } from './viewer.ts';

/** $3 the month's first day: whole weeks around it, in the agency's zone, of all the manager's clients. */
export const calendar = `
  WITH ${MANAGER}, shown AS MATERIALIZED (
    SELECT g.time_zone, date_trunc('week', $3::date)::timestamp AT TIME ZONE g.time_zone AS since,
      (date_trunc('week', $3::date + interval '1 month' - interval '1 day') + interval '1 week')::timestamp AT TIME ZONE g.time_zone AS before,
      (now() AT TIME ZONE g.time_zone)::date AS today
    FROM agency g WHERE g.id = $1
  ), items AS MATERIALIZED (
    SELECT i.id, i.title, i.format, i.version, i.status, i.client_id, i.rubric_id, i.publish_at, i.publish_at AT TIME ZONE s.time_zone AS local
    FROM shown s JOIN content_item i ON i.agency_id = $1 AND i.client_id = ANY(${CLIENTS}) AND i.deleted_at IS NULL
      AND i.publish_at >= s.since AND i.publish_at < s.before
  ), channels AS (
    SELECT i.id, json_agg(json_build_object('id', h.id, 'network', h.network, 'title', h.title) ORDER BY h.position, h.id) AS list
    FROM items i JOIN item_channel ic ON ic.agency_id = $1 AND ic.item_id = i.id JOIN channel h ON h.agency_id = $1 AND h.id = ic.channel_id
    GROUP BY i.id
  ), tasks AS (
    SELECT i.id, json_agg(json_build_object('id', t.id, 'discipline', t.discipline, 'state', t.state, 'assigneeId', t.assignee_id,
      'assigneeName', m.name) ORDER BY t.discipline, t.created_at, t.id) AS list
    FROM items i JOIN task t ON t.agency_id = $1 AND t.item_id = i.id AND t.state <> 'cancelled'
    LEFT JOIN member m ON m.agency_id = $1 AND m.id = t.assignee_id
    GROUP BY i.id
  )
  SELECT json_build_object('data', json_build_object('contentPlan', json_build_object(
    'month', to_char($3::date, 'YYYY-MM'), 'today', (SELECT today FROM shown),
    'itemCount', count(*) FILTER (WHERE date_trunc('month', i.local) = $3::date),
    'items', json_agg(json_build_object(
      'id', i.id, 'title', i.title, 'format', upper(i.format::text), 'version', i.version, 'status', upper(i.status::text),
      'publishOn', to_char(i.local, 'YYYY-MM-DD'), 'publishTime', to_char(i.local, 'HH24:MI'),
      'client', json_build_object('id', c.id, 'name', c.name),
      'rubric', CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name, 'colour', r.colour) END,
      'channels', coalesce(channels.list, '[]'), 'tasks', coalesce(tasks.list, '[]')) ORDER BY i.publish_at, i.id))))::text AS body
  FROM items i
  JOIN client c ON c.agency_id = $1 AND c.id = i.client_id
  LEFT JOIN rubric r ON r.agency_id = $1 AND r.id = i.rubric_id
  LEFT JOIN channels ON channels.id = i.id
  LEFT JOIN tasks ON tasks.id = i.id`;
