import pg from 'pg';

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
  const admin = new pg.Client({ connectionString: env('TEST_DATABASE_ADMIN_URL') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${env('TEST_DATABASE_TEMPLATE')}"`);
  } finally {
    await admin.end();
  }
  return {
    url: at(env('TEST_DATABASE_APP_URL'), name),
    ownerUrl: at(env('TEST_DATABASE_OWNER_URL'), name),
    adminUrl: at(env('TEST_DATABASE_ADMIN_URL'), name),
  };
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
