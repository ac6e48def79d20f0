import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ok, type Id } from '@planerka/platform/domain';
import { EventBus, Reader, UnitOfWork, type Tx } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { indexAnew } from './search-index';
import { pendingKinds, sourcesOf, type PendingKind } from './search-sources';

/** What is written without an event is looked for by itself. */
const idleMilliseconds = 1_000;
/** One look for all that happens meanwhile: events may come by the thousand. */
const restMilliseconds = 200;
const batch = 200;
const agenciesAtOnce = 500;

/**
 * Keeps the index after what people write. Triggers note what has changed, in the transaction that changes it, whatever way it is
 * written; this takes the notes up, on any node, an agency's on one node at a time. See ADR 18.
 */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SearchIndexer.name);
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    // No more than a nudge: the audit log and live updates do not wait for the index, nor fail with it.
    this.bus.handle(() => Promise.resolve(this.wake()));
    this.running = this.keepIndexing();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Resolves when all that waits of an agency now is indexed, by whomever; to how many notes were taken up here. */
  catchUp(agencyId: Id): Promise<number> {
    return this.takeAllUp(agencyId, sql`pg_advisory_xact_lock(${lockOf(agencyId)}) IS NOT NULL`);
  }

  private async takeAllUp(agencyId: Id, lock: RawBuilder<unknown>): Promise<number> {
    let all = 0;
    for (;;) {
      const taken = await this.takeUp(agencyId, lock);
      all += taken;
      if (taken < batch || this.stopping.signal.aborted) return all;
    }
  }

  private async keepIndexing(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      try {
        for (const agencyId of await this.waiting()) {
          if (signal.aborted) return;
          // One agency's trouble is not the next one's.
          await this.takeAllUp(agencyId, sql`pg_try_advisory_xact_lock(${lockOf(agencyId)})`).catch(
            (problem: unknown) => this.tell(problem),
          );
        }
      } catch (problem) {
        this.tell(problem);
      }
      await sleep(restMilliseconds, undefined, { signal }).catch(() => undefined);
      const rest = new AbortController();
      const rested = sleep(idleMilliseconds, undefined, { signal: AbortSignal.any([signal, rest.signal]) });
      await Promise.race([woken, rested.catch(() => undefined)]);
      rest.abort();
    }
  }

  private tell(problem: unknown): void {
    if (!this.stopping.signal.aborted) this.log.error(problem, 'The search index could not be kept; trying again');
  }

  private async waiting(): Promise<readonly Id[]> {
    const rows = await this.reader.ask(
      { system: true },
      sql<{ readonly id: Id }>`SELECT DISTINCT agency_id AS id FROM (
        SELECT agency_id FROM search_pending ORDER BY created_at LIMIT ${agenciesAtOnce}) oldest`,
    );
    return rows.map(({ id }) => id);
  }

  private async takeUp(agencyId: Id, locked: RawBuilder<unknown>): Promise<number> {
    const done = await this.unitOfWork.run({ agencyId }, async (tx) => {
      const [lock] = await tx.query(sql<{ readonly free: boolean }>`SELECT ${locked} AS free`);
      // Held to the end, so that an agency that is being erased takes along what is indexed here.
      const [agency] = await tx.query(sql`SELECT FROM agency WHERE id = ${agencyId} FOR KEY SHARE`);
      if (!lock?.free || !agency) return ok(0);
      const notes = await taken(tx);
      for (const kind of pendingKinds) {
        const ids = [...new Set(notes.filter((note) => note.kind === kind).map(({ entityId }) => entityId))];
        if (ids.length > 0) await indexAnew(tx, kind, ids, await sourcesOf(tx, kind, ids));
      }
      return ok(notes.length);
    });
    return done.value;
  }
}

const lockOf = (agencyId: Id): RawBuilder<unknown> => sql`hashtextextended(${`search ${agencyId}`}, 0)`;

/**
 * Taken before what they are about is read: who changes it after that has left another note. One's own row of an uncommitted
 * command is not seen and waits for its commit.
 */
const taken = (tx: Tx): Promise<readonly { readonly kind: PendingKind; readonly entityId: Id }[]> =>
  tx.query(sql`
    DELETE FROM search_pending WHERE agency_id = ${tx.agencyId} AND id = ANY(ARRAY(
      SELECT id FROM search_pending WHERE agency_id = ${tx.agencyId} ORDER BY created_at LIMIT ${batch}))
    RETURNING kind, entity_id AS "entityId"`);
