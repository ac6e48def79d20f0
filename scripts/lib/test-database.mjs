// One PostgreSQL for every test run of this checkout: the first to need it starts it, the last to leave stops it.
// Each run gets a prefix for its databases and copies them from one migrated template.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { jobsVersion } from './jobs-schema.mjs';
import { migrate, readMigrations } from './migrate.mjs';
import { inRoot } from './paths.mjs';
import { runningPostgres, startPostgres } from './postgres.mjs';
import { isAlive } from './process.mjs';
import { APP_ROLE, asRole, atDatabase, ensureRoles, OWNER_ROLE } from './roles.mjs';
import { readSecrets } from './secrets.mjs';

const FOLDER = inRoot('var', 'test');
const PREFIX = 'planerka_test_';
const USERS_LOCK = 1;
const TEMPLATE_LOCK = 2;

// Tests ask whether the rules hold, not whether the disk does.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/**
 * Resolves to `{ env, release }`: `env` is what the specs read, `release` gives the server back.
 * A worker does `CREATE DATABASE <TEST_DATABASE_PREFIX>_<worker> TEMPLATE <TEST_DATABASE_TEMPLATE>` over the admin URL and
 * puts that name into the path of the owner's and the app's URL.
 */
export async function acquireTestDatabase() {
  const secrets = readSecrets(FOLDER);
  const { client, adminUrl } = await enter(secrets);
  try {
    const template = await prepareTemplate(client, adminUrl, secrets);
    await dropLeftovers(client);
    const prefix = `${PREFIX}${process.pid}`;
    return {
      env: {
        TEST_DATABASE_ADMIN_URL: adminUrl,
        TEST_DATABASE_OWNER_URL: asRole(adminUrl, OWNER_ROLE, secrets.ownerPassword),
        TEST_DATABASE_APP_URL: asRole(adminUrl, APP_ROLE, secrets.appPassword),
        TEST_DATABASE_TEMPLATE: template,
        TEST_DATABASE_PREFIX: prefix,
      },
      release: () => leave(client, prefix),
    };
  } catch (error) {
    await leave(client, `${PREFIX}${process.pid}`);
    throw error;
  }
}

/** A connection that counts us among the users for as long as it lives. */
async function enter(secrets) {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const running = runningPostgres(FOLDER, secrets.adminPassword);
    const client = running && (await connect(running.adminUrl));
    if (client) return { client, adminUrl: running.adminUrl };
    if (!running) await startOnce(secrets);
    if (Date.now() > deadline)
      throw new Error(`The test database does not answer; its log is ${join(FOLDER, 'postgres.log')}`);
    await sleep(100);
  }
}

async function connect(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  // The last one stopping the server as we arrive ends this connection; we then start it again.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return client;
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

async function startOnce({ adminPassword }) {
  const lock = join(FOLDER, 'starting.pid');
  mkdirSync(FOLDER, { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return;
  }
  try {
    const server = await startPostgres({ dataDir: FOLDER, password: adminPassword, settings: FAST });
    server.detach();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function prepareTemplate(client, adminUrl, secrets) {
  const migrations = readMigrations();
  const hash = createHash('sha256')
    .update([...migrations.map(({ checksum }) => checksum), jobsVersion()].join())
    .digest('hex')
    .slice(0, 12);
  const template = `planerka_template_${hash}`;
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rows } = await client.query(
      `SELECT datname, datistemplate FROM pg_database WHERE datname LIKE 'planerka\\_template\\_%'`,
    );
    if (rows.some(({ datname, datistemplate }) => datname === template && datistemplate)) return template;
    for (const { datname } of rows) {
      await client.query(`ALTER DATABASE ${datname} IS_TEMPLATE false`);
      await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    }
    await ensureRoles(adminUrl, { database: template, ...secrets });
    await migrate(asRole(atDatabase(adminUrl, template), OWNER_ROLE, secrets.ownerPassword), { migrations });
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
    return template;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** Databases of runs that were killed. */
async function dropLeftovers(client) {
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'planerka\\_test\\_%'`);
  for (const { datname } of rows) {
    const pid = Number(datname.slice(PREFIX.length).split('_')[0]);
    if (!isAlive(pid)) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}

async function leave(client, prefix) {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [`${prefix}_`]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  await client.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK]);
  const { rows: last } = await client.query('SELECT pg_try_advisory_lock($1) AS ours', [USERS_LOCK]);
  if (last[0].ours) await stopServer(client);
  else await client.end();
}

async function stopServer(client) {
  const { pid, pidFile } = runningPostgres(FOLDER, '');
  process.kill(pid, 'SIGINT');
  await client.end().catch(() => {});
  while (existsSync(pidFile)) await sleep(20);
}
