import { ChainVerification, type ChainReport } from '@planerka/activity/domain';
import type { Id } from '@planerka/platform/domain';
import { settingsOf } from '@planerka/platform/server';
import type pg from 'pg';
import { sealedEntryOf, type AuditRow } from './audit-rows';

/** One agency's audit log, looked through to its end. */
export interface AgencyChainReport extends ChainReport {
  readonly agencyId: Id;
  /** Events that no entry is sealed for yet: a moment's few, unless nothing dispatches them. */
  readonly waiting: number;
}

const page = 2_000;

/** Looks through every agency's audit log, each as it stands at one moment. Reads alone, as the application's own role. */
export async function* auditChains(client: pg.ClientBase): AsyncGenerator<AgencyChainReport> {
  for (const agencyId of await agenciesOf(client)) yield await auditChainOf(client, agencyId);
}

export async function auditChainOf(client: pg.ClientBase, agencyId: Id): Promise<AgencyChainReport> {
  return reading(client, settingsOf({ agencyId }), async () => {
    const verification = new ChainVerification();
    let after = 0;
    for (let read = page; read === page;) {
      const { rows } = await client.query<AuditRow>(
        `SELECT * FROM audit_entry WHERE agency_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${page}`,
        [agencyId, after],
      );
      for (const row of rows) {
        verification.next(sealedEntryOf(row));
        after = row.sequence;
      }
      read = rows.length;
    }
    const { rows: ends } = await client.query<Pick<AuditRow, 'sequence' | 'hash'>>(
      'SELECT sequence, hash FROM audit_chain WHERE agency_id = $1',
      [agencyId],
    );
    const { rows: events } = await client.query<{ waiting: number }>(
      'SELECT count(*)::int AS waiting FROM outbox_event WHERE agency_id = $1 AND dispatched_at IS NULL',
      [agencyId],
    );
    const [end] = ends;
    // No event has happened yet in an agency that has neither entries nor an end.
    const report = verification.end(end ? { sequence: end.sequence, hash: end.hash.toString('hex') } : null);
    return { agencyId, ...report, waiting: events[0]?.waiting ?? 0 };
  });
}

async function agenciesOf(client: pg.ClientBase): Promise<readonly Id[]> {
  return reading(client, settingsOf({ system: true }), async () => {
    const { rows } = await client.query<{ id: Id }>('SELECT id FROM agency ORDER BY id');
    return rows.map(({ id }) => id);
  });
}

async function reading<T>(client: pg.ClientBase, settings: readonly string[], work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const setting of settings) await client.query(setting);
    return await work();
  } finally {
    await client.query('COMMIT');
  }
}
