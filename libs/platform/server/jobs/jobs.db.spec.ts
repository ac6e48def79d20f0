import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { databaseWay, testDatabase, type DatabaseWay } from '@planerka/testing/server';
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
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  Logger.overrideLogger(false);
  direct = new pg.Pool({ connectionString: (await testDatabase()).url, max: 1 });
  jobs = new Jobs(pool);
});
afterAll(async () => {
  await jobs.beforeApplicationShutdown();
  await Promise.all([pool.end(), direct.end()]);
  await way.cut();
});

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(setImmediate);
};

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
  });
});
