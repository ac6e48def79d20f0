// One PostgreSQL for every test run of this checkout. Each run gets a prefix for its databases and copies them from one migrated template.
import { createHash } from 'node:crypto';
import { jobsVersion } from './jobs-schema.mjs';
import { migrate, readMigrations } from './migrate.mjs';
import { inRoot } from './paths.mjs';
import { isAlive } from './process.mjs';
import { APP_ROLE, asRole, atDatabase, ensureRoles, OWNER_ROLE } from './roles.mjs';
import { readSecrets } from './secrets.mjs';
import { joinPostgres } from './shared-postgres.mjs';

const FOLDER = inRoot('var', 'test');
const PREFIX = 'planerka_test_';
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
  const { client, adminUrl, release } = await joinPostgres({
    dataDir: FOLDER,
    password: secrets.adminPassword,
    settings: FAST,
  });
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
      release: () => dropOwn(client, prefix).finally(release),
    };
  } catch (error) {
    await release();
    throw error;
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

async function dropOwn(client, prefix) {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [`${prefix}_`]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
