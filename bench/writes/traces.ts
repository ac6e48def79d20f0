import type { Client } from 'pg';
import type { Command } from '../data/commands.ts';

const OF_TASK = `SELECT json_build_object(
    'state', t.state, 'version', t.version, 'committed', t.committed_minor, 'deliverable', t.deliverable_number,
    'milestones', json_build_array(t.accepted_at IS NULL, t.submitted_at IS NULL, t.done_at IS NULL),
    'brief', (SELECT json_agg(b.accepted_at IS NULL ORDER BY b.number) FROM brief_version b
      WHERE b.agency_id = $1 AND b.task_id = t.id),
    'deliverables', (SELECT json_agg(json_build_array(d.number, d.data ->> 'kind') ORDER BY d.number) FROM deliverable d
      WHERE d.agency_id = $1 AND d.task_id = t.id),
    'transitions', (SELECT json_agg(json_build_array(s.action, s.from_state, s.to_state, s.actor_name)) FROM task_transition s
      WHERE s.agency_id = $1 AND s.task_id = t.id),
    'money', (SELECT json_agg(json_build_array(l.kind, f.from_account, f.to_account, f.amount_minor) ORDER BY l.posted_at, l.id)
      FROM ledger_transaction l JOIN ledger_transfer f ON f.agency_id = $1 AND f.transaction_id = l.id
      WHERE l.agency_id = $1 AND l.task_id = t.id),
    'events', (SELECT json_agg(e.type) FROM outbox_event e WHERE e.agency_id = $1 AND e.payload #>> '{entity,id}' = t.id::text))
  AS traces FROM task t WHERE t.agency_id = $1 AND t.id = $2`;

const OF_PAYOUT = `SELECT json_build_object(
    'state', p.state, 'version', p.version, 'paidOn', p.paid_on,
    'money', (SELECT json_agg(json_build_array(l.kind, l.memo = p.number::text, f.from_account, f.to_account, f.amount_minor)
        ORDER BY l.id)
      FROM ledger_transaction l JOIN ledger_transfer f ON f.agency_id = $1 AND f.transaction_id = l.id
      WHERE l.agency_id = $1 AND l.payout_id = p.id),
    'events', (SELECT json_agg(e.type) FROM outbox_event e WHERE e.agency_id = $1 AND e.payload #>> '{entity,id}' = p.id::text))
  AS traces FROM payout p WHERE p.agency_id = $1 AND p.id = $2`;

/** What a command has left in the database, without ids and times. */
export async function tracesOf(db: Client, agencyId: string, command: Command, id: string): Promise<unknown> {
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  const { rows } = await db.query<{ traces: unknown }>(command === 'payout' ? OF_PAYOUT : OF_TASK, [agencyId, id]);
  await db.query('COMMIT');
  return rows[0]?.traces;
}
