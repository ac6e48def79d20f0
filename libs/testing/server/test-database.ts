import type pg from 'pg';
import { asAdmin } from './as-admin';

interface TestDatabase {
  /** As the application's role: row-level security holds. */
  readonly url: string;
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** As the server's administrator, above row-level security: for looking at what a test left. */
  readonly adminUrl: string;
}

let database: Promise<TestDatabase> | undefined;

/** This worker's own migrated database, made from the template the first time it is asked for. */
export function testDatabase(): Promise<TestDatabase> {
  return (database ??= createDatabase());
}

async function createDatabase(): Promise<TestDatabase> {
  const name = `${env('TEST_DATABASE_PREFIX')}_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  const adminUrl = at(env('TEST_DATABASE_ADMIN_URL'), name);
  const isNew = await asAdmin(env('TEST_DATABASE_ADMIN_URL'), async (admin) => {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${env('TEST_DATABASE_TEMPLATE')}"`);
    return !rowCount;
  });
  if (!isNew) await asAdmin(adminUrl, dropJobs);
  return { url: at(env('TEST_DATABASE_APP_URL'), name), ownerUrl: at(env('TEST_DATABASE_OWNER_URL'), name), adminUrl };
}

/** What the worker's spec before this one left waiting or locked: its letters are not this one's. */
async function dropJobs(admin: pg.Client): Promise<void> {
  await admin.query('DELETE FROM graphile_worker._private_jobs');
  await admin.query('DELETE FROM graphile_worker._private_job_queues');
}

function at(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function env(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this spec by npm run test:db -- path`);
  return value;
}
