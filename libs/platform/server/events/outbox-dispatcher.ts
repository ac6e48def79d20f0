import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.tokens';
import { settingsOf } from '../database/tenant';
import type { DispatchedEvent, DomainEvent } from './domain-event';
import { EventBus } from './event-bus';
import { OutboxSignal } from './outbox-signal';

const batch = 100;
/** Another node's commits do not wake this one, so it looks by itself, too. */
const idleMilliseconds = 1_000;

interface OutboxRow {
  readonly agency_id: string;
  readonly id: string;
  readonly type: string;
  readonly payload: Omit<DomainEvent, 'type'>;
  readonly created_at: Date;
}

/**
 * Takes committed events by flag with SKIP LOCKED, never by `id > last`: ids do not commit in order. An event whose
 * handler fails stays in the outbox and is tried again.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(OutboxDispatcher.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private stopped = false;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly bus: EventBus,
    private readonly signal: OutboxSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onWake(() => this.look());
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    if (this.running) {
      this.wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.drain()
      .catch((problem: unknown) => this.log.error(problem, 'The outbox could not be dispatched; trying again'))
      .finally(() => {
        this.running = undefined;
        if (this.stopped) return;
        if (this.wokenMeanwhile) {
          this.wokenMeanwhile = false;
          this.look();
        } else {
          this.timer = setTimeout(() => this.look(), idleMilliseconds);
        }
      });
  }

  private async drain(): Promise<void> {
    while (!this.stopped && (await this.dispatchBatch()) === batch);
  }

  private async dispatchBatch(): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      for (const setting of settingsOf({ system: true })) await client.query(setting);
      const { rows } = await client.query<OutboxRow>(
        `SELECT agency_id, id, type, payload, created_at FROM outbox_event
         WHERE dispatched_at IS NULL ORDER BY created_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      const delivered: string[] = [];
      for (const row of rows) {
        try {
          await this.bus.deliver(eventOf(row));
          delivered.push(row.id);
        } catch (problem) {
          this.log.error(problem, `Event ${row.id} (${row.type}) was not handled; it stays in the outbox`);
        }
      }
      if (delivered.length > 0) {
        await client.query('UPDATE outbox_event SET dispatched_at = now() WHERE id = ANY($1::uuid[])', [delivered]);
      }
      await client.query('COMMIT');
      return delivered.length === rows.length ? rows.length : 0;
    } catch (problem) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw problem;
    } finally {
      client.release();
    }
  }
}

const eventOf = (row: OutboxRow): DispatchedEvent => ({
  ...row.payload,
  id: row.id,
  agencyId: row.agency_id,
  type: row.type,
  at: row.created_at.toISOString(),
});
