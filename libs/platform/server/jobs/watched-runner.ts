import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Logger as WorkerLogger, parseCronItems, run, type CronItem, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { givenBackOnce } from './given-back-once';

/** Runs at least once and may run again after a crash, so it must be idempotent. Throwing means: again, later. */
export type JobHandler<Payload> = (payload: Payload) => Promise<void>;

/** What one runner takes care of. */
export interface RunnerPart {
  readonly handlers: ReadonlyMap<string, JobHandler<never>>;
  /** How many run at once. */
  readonly width: number;
  readonly rounds: readonly CronItem[];
}

export interface WatchedRunner {
  /** Resolves when it does nothing any more, whether it says so or not. */
  readonly ended: Promise<void>;
  /** What it is at is finished; until then it takes nothing new. */
  stop(): Promise<void>;
}

/** How long one that has begun to end by itself, and is at no job, may take to end. */
const endMilliseconds = 3_000;

/** How long to wait for a database that is away before it is asked again. */
export const retryMilliseconds = 2_000;

const log = new Logger('Jobs');

/** At most: no longer than until the signal. */
export const aMoment = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** A runner of graphile-worker which ends once the database was away, surely, and holds nothing then. Fails where it is away now. */
export async function runWatched(pool: pg.Pool, { handlers, width, rounds }: RunnerPart): Promise<WatchedRunner> {
  const events = new EventEmitter();
  const lockedBy: string[] = [];
  const stopping = new AbortController();
  const work = counted(handlers);
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => lockedBy.push(workerPool.id));
  // It says that it stops only once all that it runs by have ended: that it has begun to end is said earlier.
  const ending = new Promise<void>((resolve) => void events.once('pool:gracefulShutdown', () => resolve()));
  const runner = await run({
    events,
    // In batches, though of one moment: alone, what fails while a job is marked as done is a rejection that nobody hears of.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    pgPool: givenBackOnce(pool),
    concurrency: width,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: work.tasks,
    parsedCronItems: parseCronItems([...rounds]),
    logger: new WorkerLogger(() => (level, message) => {
      // A mail server that refuses a letter says whose.
      if (level === 'error') log.error(withoutAddresses(message));
      else if (level === 'warning') log.warn(withoutAddresses(message));
    }),
  });
  const said = runner.promise.catch((problem: unknown) => log.warn(problem, 'Jobs have stopped; starting them again'));
  // It may have taken a job whose name never arrived, and would hold it for hours: nobody but an ended one is surely at nothing.
  events.on('worker:getJob:error', () => void runner.stop('a job was asked for in vain').catch(() => undefined));

  const end = async (): Promise<void> => {
    let hasEnded = false;
    void said.then(() => (hasEnded = true));
    await Promise.race([said, ending]);
    do {
      await Promise.race([said, aMoment(endMilliseconds, stopping.signal)]);
      if (stopping.signal.aborted) return said;
    } while (!hasEnded && work.isGoingOn());
    // One that lost its connections may wait for them for ever.
    if (!hasEnded) log.warn('Jobs have not ended by themselves; what they held is given to others');
    await free();
  };
  const free = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        return void (await pool.query('SELECT graphile_worker.force_unlock_workers($1)', [lockedBy]));
      } catch (problem) {
        log.warn(problem, 'What ended jobs held cannot be given to others yet; trying again');
        await aMoment(retryMilliseconds, stopping.signal);
      }
    }
  };
  const ended = end();
  return {
    ended,
    stop: () => {
      stopping.abort();
      // One that is stopping by itself refuses to be stopped.
      return runner.stop().catch(() => ended);
    },
  };
}

/** The tasks of a runner, and whether it is at one. */
function counted(handlers: RunnerPart['handlers']): { tasks: TaskList; isGoingOn: () => boolean } {
  let count = 0;
  const task =
    (handler: JobHandler<never>) =>
    async (payload: unknown): Promise<void> => {
      count += 1;
      try {
        await handler(payload as never);
      } finally {
        count -= 1;
      }
    };
  const tasks = Object.fromEntries([...handlers].map(([name, handler]) => [name, task(handler)]));
  return { tasks, isGoingOn: () => count > 0 };
}

/** Whose addresses they are is nobody's who reads logs; where a letter was to go helps whoever mends it. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'`:;,@]+@(?=[^\s@])/g, '…@');
