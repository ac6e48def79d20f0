import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { newId, type Id } from '@planerka/platform/domain';
import pg from 'pg';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config';
import { POOL } from '../database/database.tokens';
import type { DispatchedEvent } from './domain-event';
import { EventBus } from './event-bus';
import { Outbox, type EventKey } from './outbox';

const channel = 'planerka_events';
/** PostgreSQL takes less than 8000 bytes in a NOTIFY; an event's two ids with their JSON are 80. */
const keysPerNotice = 90;
const notice = z.object({ from: z.guid(), keys: z.array(z.tuple([z.guid(), z.guid()])) });

const heartbeatMilliseconds = 20_000;
const firstRetryMilliseconds = 100;
const longestRetryMilliseconds = 5_000;
/** A dispatcher's transaction may be this old when it commits what it stamped. */
const overlapMilliseconds = 60_000;
const rememberedEvents = 20_000;
const longestTurnMilliseconds = 10;

/**
 * Carries dispatched events to the live listeners of every API node, each once. The dispatching node tells its own at
 * once; the others get the events' ids by NOTIFY, sent outside of any command's transaction, and read the events
 * themselves: so the payload has no size to outgrow and no text to leak. A node whose listening connection was away
 * reads what it missed when it is back.
 */
@Injectable()
export class NodeRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(NodeRelay.name);
  private readonly node: Id = newId();
  private readonly announced = new Set<Id>();
  /** By the database's clock: until then this node has certainly heard everything. */
  private heardUntil: Date | undefined;
  private client: pg.Client | undefined;
  private listening: Promise<void> = Promise.resolve();
  private turn: Promise<void> = Promise.resolve();
  private readonly toRead: EventKey[] = [];
  private readonly stopping = new AbortController();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly outbox: Outbox,
    private readonly bus: EventBus,
  ) {}

  /** Resolves when it listens for the first time, or has found that it cannot yet. */
  onApplicationBootstrap(): Promise<void> {
    return new Promise((resolve) => {
      this.listening = this.keepListening(resolve);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.listening;
    await this.turn;
  }

  /** Tells this node's listeners and the other nodes; a lost notice is made good by catching up. */
  async announce(events: readonly DispatchedEvent[]): Promise<void> {
    await Promise.all([this.notify(events), this.deliver(events)]);
  }

  private async notify(events: readonly DispatchedEvent[]): Promise<void> {
    const keys = events.map(({ agencyId, id }): EventKey => [agencyId, id]);
    for (let start = 0; start < keys.length; start += keysPerNotice) {
      const payload = { from: this.node, keys: keys.slice(start, start + keysPerNotice) };
      await this.pool.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(payload)]);
    }
  }

  private async keepListening(onFirst: () => void): Promise<void> {
    let wait = firstRetryMilliseconds;
    while (!this.stopping.signal.aborted) {
      try {
        const { ended } = await this.connect();
        wait = firstRetryMilliseconds;
        onFirst();
        await ended;
        if (!this.stopping.signal.aborted) this.log.warn('The connection for live updates was lost; connecting again');
      } catch (problem) {
        if (!this.stopping.signal.aborted)
          this.log.warn(problem, 'Live updates of other nodes cannot be heard yet; trying again');
      }
      onFirst();
      await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, longestRetryMilliseconds);
    }
  }

  /** Resolves, once it listens and has caught up, to the connection's end. */
  private async connect(): Promise<{ ended: Promise<void> }> {
    const client = new pg.Client({
      connectionString: this.config.databaseDirectUrl,
      application_name: 'planerka live updates',
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    this.client = client;
    // An error is always followed by the end, and the end is what we wait for.
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    const ended = new Promise<void>((resolve) => void client.once('end', resolve));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      await this.catchUp();
      await this.beat(client);
    } catch (problem) {
      await client.end().catch(() => undefined);
      throw problem;
    }
    const heartbeat = setInterval(() => void this.beat(client).catch(() => client.end()), heartbeatMilliseconds);
    return { ended: ended.finally(() => clearInterval(heartbeat)) };
  }

  /** Finds out that the other side is gone where nobody says so, and keeps the moment from which to catch up. */
  private async beat(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ now: Date }>('SELECT now() AS now');
    this.heardUntil = rows[0]?.now;
  }

  private async catchUp(): Promise<void> {
    if (!this.heardUntil) return;
    const since = new Date(this.heardUntil.getTime() - overlapMilliseconds);
    await this.deliver(await this.outbox.dispatchedSince(since));
  }

  private hear(payload: string): void {
    const heard = notice.safeParse(parsedJson(payload));
    if (!heard.success) return this.log.error(heard.error, 'A notice of another node could not be taken');
    if (heard.data.from === this.node) return;
    this.toRead.push(...heard.data.keys);
    this.turn = this.turn
      .then(() => this.readHeard())
      .catch((problem: unknown) => this.log.error(problem, 'Events of another node could not be read'));
  }

  /** One reading after the other, so that events keep their order; what was noticed meanwhile is read together. */
  private async readHeard(): Promise<void> {
    if (this.toRead.length === 0) return;
    await this.deliver(await this.outbox.read(this.toRead.splice(0)));
  }

  /** In their order; a burst to many listeners makes room for other work from time to time. */
  private async deliver(events: readonly DispatchedEvent[]): Promise<void> {
    let since = performance.now();
    for (const event of events) {
      if (performance.now() - since > longestTurnMilliseconds) {
        await setImmediate();
        since = performance.now();
      }
      this.tell(event);
    }
  }

  private tell(event: DispatchedEvent): void {
    if (this.announced.has(event.id)) return;
    this.announced.add(event.id);
    if (this.announced.size > rememberedEvents) {
      const [oldest] = this.announced;
      if (oldest !== undefined) this.announced.delete(oldest);
    }
    this.bus.announce(event);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
