import { CLIENTS, MANAGER, ROUNDS, SELF } from './viewer.ts';

const OPEN = ['draft', 'issued', 'in_progress', 'in_review', 'client_review'];
const CLOSED = ['done', 'cancelled'];
const SHOWN = 40;

/** Read in its order from its state's own index, until there are enough. */
const top = (state: string, order: string): string => `(SELECT t.*, row_number() OVER () AS place FROM (
    SELECT * FROM task WHERE agency_id = $1 AND state = '${state}' AND (client_id = ANY(${CLIENTS}) OR assignee_id = ${SELF})
    ORDER BY ${order} LIMIT ${SHOWN}) t)`;

/** Each column's first cards, and how many there are: that by the index alone. */
export const board = `
  WITH ${MANAGER}, ${ROUNDS}, shown AS MATERIALIZED (
    ${[
      ...OPEN.map((state) => top(state, `coalesce(due_at, 'infinity'), id`)),
      ...CLOSED.map((state) => top(state, 'state_since DESC, id DESC')),
    ].join(' UNION ALL ')}
  ), counted AS (
    SELECT state, sum(part)::int AS total FROM (
      SELECT state, count(*) AS part FROM task WHERE agency_id = $1 AND client_id = ANY(${CLIENTS}) GROUP BY state
      UNION ALL SELECT state, count(*) FROM task WHERE agency_id = $1 AND assignee_id = ${SELF} AND client_id <> ALL(${CLIENTS}) GROUP BY state) parts
    GROUP BY state
  ), columns AS (
    SELECT t.state, json_agg(json_build_object(
      'id', t.id, 'title', t.title, 'state', t.state, 'discipline', t.discipline, 'dueAt', t.due_at,
      'isOverdue', coalesce(t.due_at < now() AND t.state IN ('issued', 'in_progress'), false), 'isBlocked', t.open_questions > 0,
      'version', t.version, 'rounds', t.rounds,
      'openComments', (SELECT count(*) FROM comment m
        JOIN deliverable v ON v.agency_id = $1 AND v.id = m.deliverable_id AND v.number = t.deliverable_number
        WHERE m.agency_id = $1 AND m.task_id = t.id AND m.visibility = 'internal' AND m.parent_id IS NULL AND m.resolved_at IS NULL),
      'criteriaCount', k.all, 'criteriaMet', k.met, 'includedRounds', coalesce(r.included_rounds, 0),
      'client', json_build_object('id', c.id, 'name', c.name),
      'assignee', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END,
      'predecessors', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'title', b.title, 'state', b.state) ORDER BY b.id), '[]')
        FROM task_dependency d JOIN task b ON b.agency_id = $1 AND b.id = d.after_task_id
        WHERE d.agency_id = $1 AND d.task_id = t.id)) ORDER BY t.place) AS nodes
    FROM shown t
    JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
    LEFT JOIN rounds r ON r.client_id = t.client_id
    LEFT JOIN member a ON a.agency_id = $1 AND a.id = t.assignee_id,
    LATERAL (SELECT count(*) AS all, count(checked_at) AS met FROM criterion WHERE agency_id = $1 AND task_id = t.id) k
    GROUP BY t.state
  )
  SELECT json_build_object('data', json_build_object('taskBoard', json_agg(json_build_object(
    'state', upper(state::text), 'count', total, 'nodes', nodes) ORDER BY state)))::text AS body
  FROM columns JOIN counted USING (state)`;
