import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import type pg from 'pg';
import { POOL } from '../database/database.tokens';
import { settingsOf } from '../database/tenant';
import type { DispatchedEvent } from './domain-event';

/** An event's key, short enough for a NOTIFY. */
export type EventKey = readonly [agencyId: Id, id: Id];

export interface DispatchRound {
  /** How many were claimed; a full batch means that more may wait. */
  readonly claimed: number;
  /** Handled, and committed as such. */
  readonly dispatched: readonly DispatchedEvent[];
}

interface OutboxRow {
  readonly agency_id: string;
  readonly id: string;
  readonly type: string;
  readonly payload: Omit<DispatchedEvent, 'id' | 'agencyId' | 'type' | 'at'>;
  readonly created_at: Date;
}

const columns = 'agency_id, id, type, payload, created_at';
/** The second failure waits two seconds, the third four; nothing waits longer than an hour. */
const longestWaitSeconds = 3_600;
/** A node that missed more than this has screens to ask again anyway. */
const catchUpLimit = 1_000;
const pruneBatch = 5_000;
/** By whole keys: by ids alone PostgreSQL would look through everything that the outbox still remembers. */
const ofKeys = `FROM unnest($1::uuid[], $2::uuid[]) AS wanted (agency, event)
  WHERE agency_id = wanted.agency AND id = wanted.event`;

/** The outbox as the system sees it: every agency's events, and nothing but events. */
@Injectable()
export class Outbox {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /**
   * Claims waiting events by flag with SKIP LOCKED, never by `id > last`: ids do not commit in order. Those of one agency are
   * handled together; where that fails, each by itself. One whose handling fails stays and is tried again later, each
   * time after a longer wait, so that those behind it go on.
   */
  dispatch(
    limit: number,
    handle: (events: readonly DispatchedEvent[]) => Promise<void>,
    onFailure: (event: DispatchedEvent, problem: unknown) => void,
  ): Promise<DispatchRound> {
    return this.asSystem(async (client) => {
      const { rows } = await client.query<OutboxRow>(
        `SELECT ${columns} FROM outbox_event
         WHERE dispatched_at IS NULL AND (retry_at IS NULL OR retry_at <= now())
         ORDER BY created_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`,
      );
      const failed: DispatchedEvent[] = [];
      const events = rows.map(eventOf);
      for (const together of Map.groupBy(events, ({ agencyId }) => agencyId).values()) {
        if (together.length > 1 && (await succeeds(handle(together)))) continue;
        for (const event of together) {
          try {
            await handle([event]);
          } catch (problem) {
            onFailure(event, problem);
            failed.push(event);
          }
        }
      }
      const dispatched = events.filter((event) => !failed.includes(event));
      if (dispatched.length > 0) {
        await client.query(`UPDATE outbox_event SET dispatched_at = clock_timestamp() ${ofKeys}`, keysOf(dispatched));
      }
      if (failed.length > 0) {
        await client.query(
          `UPDATE outbox_event SET attempts = attempts + 1,
             retry_at = clock_timestamp() + least(power(2, least(attempts, 20)), ${longestWaitSeconds}) * interval '1 second'
           ${ofKeys}`,
          keysOf(failed),
        );
      }
      return { claimed: rows.length, dispatched };
    });
  }

  /** In the order in which they happened. Those that are gone are left out. */
  read(keys: readonly EventKey[]): Promise<readonly DispatchedEvent[]> {
    const [agencyIds, ids] = [keys.map(([agencyId]) => agencyId), keys.map(([, id]) => id)];
    return this.events(
      `SELECT ${columns} FROM outbox_event
       JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (agency, event) ON agency_id = wanted.agency AND id = wanted.event
       ORDER BY created_at, id`,
      [agencyIds, ids],
    );
  }

  /** What was dispatched from that moment of the database's clock on. */
  dispatchedSince(moment: Date): Promise<readonly DispatchedEvent[]> {
    return this.events(
      `SELECT * FROM (
         SELECT ${columns} FROM outbox_event WHERE dispatched_at >= $1 ORDER BY dispatched_at DESC LIMIT ${catchUpLimit}
       ) AS missed ORDER BY created_at, id`,
      [moment],
    );
  }

  /** Forgets what was dispatched longer ago; the audit log keeps what people may want to know. */
  async prune(days: number): Promise<number> {
    let pruned = 0;
    for (;;) {
      const count = await this.asSystem(async (client) => {
        const { rowCount } = await client.query(
          `DELETE FROM outbox_event WHERE (agency_id, id) IN (
             SELECT agency_id, id FROM outbox_event WHERE dispatched_at < now() - $1 * interval '1 day' LIMIT ${pruneBatch})`,
          [days],
        );
        return rowCount ?? 0;
      });
      pruned += count;
      if (count < pruneBatch) return pruned;
    }
  }

  private events(query: string, values: readonly unknown[]): Promise<readonly DispatchedEvent[]> {
    return this.asSystem(async (client) => (await client.query<OutboxRow>(query, [...values])).rows.map(eventOf));
  }

  private async asSystem<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      const opening = Promise.all(['BEGIN', ...settingsOf({ system: true })].map((each) => client.query(each)));
      // Sent ahead of the work and answered before it; where it fails, so does the work.
      opening.catch(() => undefined);
      const result = await work(client);
      await opening;
      await client.query('COMMIT');
      return result;
    } catch (problem) {
      // A connection that cannot even roll back must not serve anybody else.
      await client.query('ROLLBACK').catch((error: unknown) => (broken = error as Error));
      throw problem;
    } finally {
      client.release(broken);
    }
  }
}

const keysOf = (events: readonly DispatchedEvent[]): unknown[] => [
  events.map(({ agencyId }) => agencyId),
  events.map(({ id }) => id),
];

const succeeds = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const eventOf = (row: OutboxRow): DispatchedEvent => ({
  ...row.payload,
  id: row.id,
  agencyId: row.agency_id,
  type: row.type,
  at: row.created_at.toISOString(),
});
