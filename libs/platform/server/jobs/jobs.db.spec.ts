import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { asAdmin, databaseWay, testDatabase, type DatabaseWay } from '@planerka/testing/server';
import pg from 'pg';
import { Jobs } from './jobs';

let way: DatabaseWay;
let pool: pg.Pool;
let jobs: Jobs;
/** Enqueues by a way that nobody cuts. */
let direct: pg.Pool;

beforeAll(async () => {
  way = await databaseWay();
  pool = new pg.Pool({ connectionString: way.url, max: 4, connectionTimeoutMillis: 2_000 });
  Logger.overrideLogger(false);
  direct = new pg.Pool({ connectionString: (await testDatabase()).url, max: 4 });
  for (const each of [pool, direct]) {
    each.on('error', () => undefined);
    each.on('connect', (client) => client.on('error', () => undefined));
  }
  jobs = new Jobs(pool);
});
afterAll(async () => {
  await jobs.beforeApplicationShutdown();
  await Promise.all([pool.end(), direct.end()]);
  await way.cut();
  // Others ask this worker's database which jobs there are.
  const tasks = `SELECT id FROM graphile_worker._private_tasks WHERE identifier LIKE 'specOf%'`;
  await asAdmin((await testDatabase()).adminUrl, async (client) => {
    await client.query(`DELETE FROM graphile_worker._private_jobs WHERE task_id IN (${tasks})`);
    await client.query(`DELETE FROM graphile_worker._private_tasks WHERE id IN (${tasks})`);
  });
});

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await setTimeout(20);
};

// The cut falls between any two packets. On a crowded machine graphile-worker rarely waits on, by a way that is not known yet: said, and tried again.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describe('Jobs', () => {
  it('go on after the database was away just when one had been done', async () => {
    const done: string[] = [];
    let isCut = false;
    jobs.handle('specOfJobs', async ({ name }: { name: string }) => {
      done.push(name);
      if (name !== 'first' || isCut) return;
      await way.cut();
      isCut = true;
    });
    jobs.onApplicationBootstrap();
    const enqueue = (name: string) => new Jobs(direct).enqueueApart('specOfJobs', { name });
    await enqueue('first');
    // It cannot be marked as done any more; unheard, that would end the process.
    await until(() => isCut);
    await way.mend();
    await enqueue('second');
    await until(() => done.includes('second'));
    expect(done[0]).toBe('first');
  }, 30_000);

  it('of a process that was killed are given to another once they have taken longer than they may', async () => {
    const done: string[] = [];
    const another = new Jobs(direct);
    another.handle('specOfKilled', ({ name }: { name: string }) => Promise.resolve(void done.push(name)), 600);
    await another.enqueueApart('specOfKilled', { name: 'long since' });
    await another.enqueueApart('specOfKilled', { name: 'just now' });
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
