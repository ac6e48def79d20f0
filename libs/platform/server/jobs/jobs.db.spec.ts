import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { asAdmin, databaseWay, testDatabase, type DatabaseWay } from '@planerka/testing/server';
import pg from 'pg';
import { givenBackOnce } from './given-back-once';
import { Jobs } from './jobs';

let way: DatabaseWay;
/** By that way. */
let pool: pg.Pool;
/** Enqueues by a way that nobody cuts. */
let direct: pg.Pool;
let started: Jobs[];

const openPool = (connectionString: string): pg.Pool => {
  const opened = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 2_000 });
  opened.on('error', () => undefined);
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  direct = openPool((await testDatabase()).url);
});
beforeEach(async () => {
  way = await databaseWay();
  pool = openPool(way.url);
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((jobs) => jobs.beforeApplicationShutdown()));
  await way.cut();
  await pool.end();
});
afterAll(async () => {
  await direct.end();
  // Others ask this worker's database which jobs there are.
  const tasks = `SELECT id FROM graphile_worker._private_tasks WHERE identifier LIKE 'specOf%'`;
  await asAdmin((await testDatabase()).adminUrl, async (client) => {
    await client.query(`DELETE FROM graphile_worker._private_jobs WHERE task_id IN (${tasks})`);
    await client.query(`DELETE FROM graphile_worker._private_tasks WHERE id IN (${tasks})`);
  });
});

type Work = (name: string) => Promise<void>;

/** Does jobs of that kind; gives the names of those that are done, in their order. */
function doing(kind: string, work: Work = () => Promise.resolve()): string[] {
  const done: string[] = [];
  const jobs = new Jobs(pool);
  jobs.handle(kind, async ({ name }: { name: string }) => {
    await work(name);
    done.push(name);
  });
  jobs.onApplicationBootstrap();
  started.push(jobs);
  return done;
}

const enqueue = (kind: string, name: string): Promise<void> => new Jobs(direct).enqueueApart(kind, { name });

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await setTimeout(20);
};

/** That somebody asks for a job, and waits for whoever holds them all. */
const isAskedFor = async (): Promise<boolean> => {
  const { rows } = await direct.query(
    `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%jobs.is_available%'`,
  );
  return rows.length > 0;
};

/** The jobs of that name which are not done. */
const jobsCalled = async (name: string): Promise<{ isTaken: boolean }[]> => {
  const { rows } = await direct.query<{ isTaken: boolean }>(
    `SELECT locked_by IS NOT NULL AS "isTaken" FROM graphile_worker._private_jobs WHERE payload->>'name' = $1`,
    [name],
  );
  return rows;
};

describe('Jobs', () => {
  it('go on after the database was away just when one had been done', async () => {
    let isCut = false;
    const done = doing('specOfOne', async (name) => {
      if (name !== 'first' || isCut) return;
      await way.cut();
      isCut = true;
    });
    await enqueue('specOfOne', 'first');
    // It cannot be marked as done any more; unheard, that would end the process.
    await until(() => isCut);
    await way.mend();
    await enqueue('specOfOne', 'second');
    await until(() => done.includes('second'));
    expect(done[0]).toBe('first');
  }, 30_000);

  it('go on after it was away while two were being done', async () => {
    let isCut = false;
    const begun = new Set<string>();
    const done = doing('specOfTwo', async (name) => {
      begun.add(name);
      if (name === 'first' && !isCut) {
        await until(() => begun.has('beside'));
        await way.cut();
        isCut = true;
      }
      await until(() => isCut);
    });
    await enqueue('specOfTwo', 'first');
    await enqueue('specOfTwo', 'beside');
    await until(() => isCut);
    await way.mend();
    await enqueue('specOfTwo', 'after');
    await until(() => done.includes('after'));
    expect(done.slice(0, 2).toSorted()).toEqual(['beside', 'first']);
  }, 30_000);

  it('that were given out by an answer that was lost are given out anew', async () => {
    const done = doing('specOfLost');
    await enqueue('specOfLost', 'before');
    await until(async () => done.includes('before') && (await jobsCalled('before')).length === 0);
    const holder = await direct.connect();
    await holder.query('BEGIN; LOCK TABLE graphile_worker._private_jobs IN ACCESS EXCLUSIVE MODE');
    await holder.query(`SELECT graphile_worker.add_job('specOfLost', '{"name": "lost"}')`);
    await until(isAskedFor);
    await way.cut();
    await holder.query('COMMIT');
    holder.release();
    await until(async () => (await jobsCalled('lost'))[0]?.isTaken === true);
    await way.mend();
    await until(() => done.includes('lost'));
    expect(done).toEqual(['before', 'lost']);
  }, 30_000);

  it('of a process that was killed are given to another once they have taken longer than they may', async () => {
    const another = new Jobs(direct);
    const done: string[] = [];
    another.handle('specOfKilled', ({ name }: { name: string }) => Promise.resolve(void done.push(name)), 600);
    await enqueue('specOfKilled', 'long since');
    await enqueue('specOfKilled', 'just now');
    const { adminUrl } = await testDatabase();
    await asAdmin(adminUrl, (client) =>
      client.query(
        `UPDATE graphile_worker._private_jobs j SET attempts = 1, locked_by = 'killed-' || (payload->>'name'),
           locked_at = now() - interval '1 second' * CASE payload->>'name' WHEN 'just now' THEN 500 ELSE 700 END
         FROM graphile_worker._private_tasks t WHERE t.id = j.task_id AND t.identifier = 'specOfKilled'`,
      ),
    );
    await another.unlockOverdue();
    another.onApplicationBootstrap();
    await until(() => done.length > 0);
    await another.beforeApplicationShutdown();
    expect(done).toEqual(['long since']);
  });
});

describe('The connection that jobs listen by', () => {
  it('may be given back once more than it was taken', async () => {
    const once = givenBackOnce(direct);
    await new Promise<void>((resolve, reject) => {
      once.connect((problem, _client, giveBack) => {
        if (problem) return void reject(problem);
        giveBack();
        giveBack();
        resolve();
      });
    });
    expect(once.idleCount).toBe(direct.totalCount);
    const client = await once.connect();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    client.release();
  });
});
