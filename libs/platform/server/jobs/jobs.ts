import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner } from 'graphile-worker';
import type pg from 'pg';
import { POOL } from '../database/database.tokens';
import type { Tx } from '../database/unit-of-work';

/** Runs at least once and may run again after a crash, so it must be idempotent. Throwing means: again, later. */
export type JobHandler<Payload> = (payload: Payload) => Promise<void>;

/** Work that waits for somebody else's server: enqueued by a command's own transaction, done after it. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, JobHandler<never>>();
  private runner: Runner | undefined;

  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** Call before the application has started. */
  handle<Payload>(name: string, handler: JobHandler<Payload>): void {
    this.handlers.set(name, handler);
  }

  /** Part of the transaction: nothing is done for a command that rolled back. */
  async enqueue(tx: Tx, name: string, payload: object): Promise<void> {
    await tx.db.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.handlers.size === 0) return;
    const tasks = [...this.handlers].map(([name, handler]) => [name, (payload: unknown) => handler(payload as never)]);
    this.runner = await run({
      pgPool: this.pool,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList: Object.fromEntries(tasks) as Record<string, (payload: unknown) => Promise<void>>,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
      }),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }
}
