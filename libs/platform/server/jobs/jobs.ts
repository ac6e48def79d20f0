import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import type { Instant } from '@planerka/platform/domain';
import type { CronItem } from 'graphile-worker';
import type pg from 'pg';
import { DIRECT_POOL } from '../database/database.tokens';
import type { Tx } from '../database/unit-of-work';
import {
  aMoment,
  retryMilliseconds,
  runWatched,
  type JobHandler,
  type RunnerPart,
  type WatchedRunner,
} from './watched-runner';

/** How long jobs may hold up a server that ends: what they were at is done again. With the pools' own bound it is less than the supervisor waits. */
const longestShutdown = 8_000;
const ordinaryWidth = 2;

/** A runner of its own for one kind of job: whoever is slow there holds up nothing else. */
export interface Lane {
  /** How many run at once. */
  readonly width: number;
  /** No job of it takes longer: whoever holds one for so long is dead, and it is given to another. */
  readonly longestSeconds: number;
}

export interface JobSpec {
  readonly payload: object;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly runAt?: Instant;
  /** A job with the same key that has not begun is replaced. */
  readonly key?: string;
}

/** By the database's clock, when agencies of this side of the world sleep. */
const atNight = '17 1 * * *';
/** A machine that is off at night does it when it is on again. */
const caughtUpWithin = 24 * 60 * 60 * 1000;

/** Work that waits for somebody else's server: enqueued by a command's own transaction, done after it. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, JobHandler<never>>();
  private readonly lanes = new Map<string, Lane>();
  private readonly longest = new Map<string, number>();
  private readonly rounds: CronItem[] = [];
  private readonly runners = new Set<WatchedRunner>();
  private starting: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(@Inject(DIRECT_POOL) private readonly pool: pg.Pool) {}

  /**
   * Call before the application has started.
   * @param longestSeconds No job of this name takes longer: whoever holds one for so long was killed, and it is given to another.
   */
  handle<Payload>(name: string, handler: JobHandler<Payload>, longestSeconds?: number): void {
    this.handlers.set(name, handler);
    if (longestSeconds === undefined) return;
    if (this.longest.size === 0) this.every(1, 'jobs.unlock', () => this.unlockOverdue());
    this.longest.set(name, longestSeconds);
  }

  /** For what waits for servers of strangers. Call before the application has started. */
  handleApart<Payload>(name: string, lane: Lane, handler: JobHandler<Payload>): void {
    this.handle(name, handler, lane.longestSeconds);
    this.lanes.set(name, lane);
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
  enqueue(tx: Tx, name: string, payload: object): Promise<void> {
    return this.enqueueAll(tx, name, [{ payload }]);
  }

  /** In their order, by one statement. */
  async enqueueAll(tx: Tx, name: string, specs: readonly JobSpec[]): Promise<void> {
    if (specs.length === 0) return;
    const list = specs.map(({ runAt, ...spec }) => ({ ...spec, run_at: runAt?.toString() }));
    await tx.db.$executeRaw`
      SELECT graphile_worker.add_job(${name}, spec.payload, queue_name => spec.queue, run_at => spec.run_at, job_key => spec.key)
      FROM json_to_recordset(${JSON.stringify(list)}::json) AS spec (payload json, queue text, run_at timestamptz, key text)`;
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
    const stopped = this.starting.then(() => Promise.all([...this.runners].map((runner) => runner.stop())));
    await Promise.race([stopped, sleep(longestShutdown, undefined, { ref: false })]);
  }

  /** One after the other: the first brings the jobs' tables up to date. */
  private async start(): Promise<void> {
    const part = (names: readonly string[], width: number, rounds: readonly CronItem[] = []): RunnerPart => ({
      handlers: new Map([...this.handlers].filter(([name]) => names.includes(name))),
      width,
      rounds,
    });
    const others = [...this.handlers.keys()].filter((name) => !this.lanes.has(name));
    const apart = [...this.lanes].map(([name, { width }]) => part([name], width));
    for (const each of [part(others, ordinaryWidth, this.rounds), ...apart]) await this.begin(each);
  }

  private async begin(part: RunnerPart): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const runner = await runWatched(this.pool, part);
        this.runners.add(runner);
        void this.watch(runner, part);
        return;
      } catch (problem) {
        this.log.warn(problem, 'Jobs cannot be run yet; trying again');
        await this.aMoment();
      }
    }
  }

  /** A runner that cannot ask for a job, or say that one is done, because the database is away just then, ends for good: another takes its place. */
  private async watch(watched: WatchedRunner, part: RunnerPart): Promise<void> {
    await watched.ended;
    this.runners.delete(watched);
    await this.aMoment();
    this.starting = Promise.all([this.starting, this.begin(part)]).then(() => undefined);
  }

  private aMoment(): Promise<void> {
    return aMoment(retryMilliseconds, this.stopping.signal);
  }

  /** Jobs, and queues, of a process that was killed: graphile-worker alone would wait for four hours. */
  async unlockOverdue(): Promise<void> {
    await this.pool.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker.jobs JOIN jsonb_each_text($1) AS longest (name, seconds) ON name = task_identifier
       WHERE locked_at < now() - seconds::int * interval '1 second' HAVING count(*) > 0`,
      [JSON.stringify(Object.fromEntries(this.longest))],
    );
  }
}
