import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Logger as WorkerLogger, parseCronItems, run, type CronItem, type Runner } from 'graphile-worker';
import type pg from 'pg';
import { DIRECT_POOL } from '../database/database.tokens';
import type { Tx } from '../database/unit-of-work';

/** Runs at least once and may run again after a crash, so it must be idempotent. Throwing means: again, later. */
export type JobHandler<Payload> = (payload: Payload) => Promise<void>;

const retryMilliseconds = 2_000;

/** By the database's clock, when agencies of this side of the world sleep. */
const atNight = '17 1 * * *';
/** A machine that is off at night does it when it is on again. */
const caughtUpWithin = 24 * 60 * 60 * 1000;

/** Work that waits for somebody else's server: enqueued by a command's own transaction, done after it. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, JobHandler<never>>();
  private readonly rounds: CronItem[] = [];
  private runner: Runner | undefined;
  private starting: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(@Inject(DIRECT_POOL) private readonly pool: pg.Pool) {}

  /** Call before the application has started. */
  handle<Payload>(name: string, handler: JobHandler<Payload>): void {
    this.handlers.set(name, handler);
  }

  /** Once a night on one node of all. Call before the application has started. */
  everyNight(name: string, work: () => Promise<void>): void {
    this.handle(name, work);
    this.rounds.push({
      task: name,
      match: atNight,
      identifier: name,
      options: { backfillPeriod: caughtUpWithin, maxAttempts: 3 },
    });
  }

  /** Every few minutes on one node of all; the next round finds what a missed one would have found. */
  every(minutes: number, name: string, work: () => Promise<void>): void {
    this.handle(name, work);
    this.rounds.push({
      task: name,
      match: `*/${minutes} * * * *`,
      identifier: name,
      options: { backfillPeriod: 0, maxAttempts: 1 },
    });
  }

  /** Part of the transaction: nothing is done for a command that rolled back. */
  async enqueue(tx: Tx, name: string, payload: object): Promise<void> {
    await tx.db.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`;
  }

  /** Of no agency and no transaction: a letter about an account. */
  async enqueueApart(name: string, payload: object): Promise<void> {
    await this.pool.query('SELECT graphile_worker.add_job($1, $2::json)', [name, JSON.stringify(payload)]);
  }

  /** Nobody waits for jobs to serve a page, and a database that is away now may be there in a moment. */
  onApplicationBootstrap(): void {
    if (this.handlers.size > 0) this.starting = this.start();
  }

  /** Before the pool is closed: a job that ends then must find a connection to say so. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.starting;
    await this.runner?.stop();
  }

  private async start(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        this.runner = await this.run();
        return;
      } catch (problem) {
        this.log.warn(problem, 'Jobs cannot be run yet; trying again');
        await sleep(retryMilliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private run(): Promise<Runner> {
    const tasks = [...this.handlers].map(([name, handler]) => [name, (payload: unknown) => handler(payload as never)]);
    return run({
      pgPool: this.pool,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      taskList: Object.fromEntries(tasks) as Record<string, (payload: unknown) => Promise<void>>,
      parsedCronItems: parseCronItems(this.rounds),
      logger: new WorkerLogger(() => (level, message) => {
        // A mail server that refuses a letter says whose.
        if (level === 'error') this.log.error(withoutAddresses(message));
        else if (level === 'warning') this.log.warn(withoutAddresses(message));
      }),
    });
  }
}

/** Whose addresses they are is nobody's who reads logs; where a letter was to go helps whoever mends it. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'`:;,@]+@(?=[^\s@])/g, '…@');
