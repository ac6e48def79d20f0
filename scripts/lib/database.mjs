// The database that serves the product: the embedded one under DATA_DIR, or the server of DATABASE_URL.
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { end, isEnding, onEnd } from './lifetime.mjs';
import { explain, step, UserError } from './log.mjs';
import { migrate } from './migrate.mjs';
import { readSecrets } from './secrets.mjs';
import { joinPostgres } from './shared-postgres.mjs';
import { APP_ROLE, asRole, atDatabase, ensureRoles, OWNER_ROLE, withClient } from './roles.mjs';

export const DATABASE = 'planerka';
const SETUP_LOCK = 7;
const NO_SUCH_DATABASE = '3D000';

/**
 * Resolves to `{ appUrl, directUrl, ownerUrl, adminUrl }` of a database with its two roles and all migrations, after `fill` has put in what
 * it wants. Of two starts at once, the second waits here for the first.
 */
export async function prepareDatabase({ dataDir, secrets, externalUrl, fill }) {
  if (!externalUrl) return setUp(await embedded(dataDir, secrets), fill);
  const target = external(externalUrl);
  try {
    await createDatabase(target);
    return await setUp(target, fill);
  } catch (error) {
    // A code: what the server or the network answered. Anything else is no matter of the address.
    throw error.code ? new UserError(`DATABASE_URL: ${error.message || error.code}`) : error;
  }
}

const setUp = (target, fill) =>
  withClient(target.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK]);
    await ensureRoles(target.adminUrl, target);
    const url = atDatabase(target.adminUrl, target.database);
    const ownerUrl = asRole(url, OWNER_ROLE, target.ownerPassword);
    const applied = await migrate(ownerUrl, { onApply: (name) => step(`Migrating the database: ${name}`) });
    if (applied.length > 0) step('The database is up to date');
    const directUrl = asRole(url, APP_ROLE, target.appPassword);
    const urls = { adminUrl: url, ownerUrl, directUrl, appUrl: throughPooler(directUrl) };
    await fill(urls);
    return urls;
  });

/** What serves requests may go by PgBouncer; what migrates and what listens may not. */
function throughPooler(directUrl) {
  const pooler = process.env.DATABASE_POOLER;
  if (!pooler) return directUrl;
  const url = new URL(directUrl);
  url.host = pooler;
  if (url.host !== pooler) throw new UserError(`DATABASE_POOLER must be like pgbouncer:6432, not "${pooler}".`);
  return url.href;
}

/** The database of the URL, where the server has none of that name yet. */
async function createDatabase({ adminUrl, database }) {
  try {
    await withClient(adminUrl, () => {});
  } catch (error) {
    if (error.code !== NO_SUCH_DATABASE) throw error;
    await withClient(atDatabase(adminUrl, 'postgres'), (client) =>
      client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`),
    );
  }
}

/** The database as it is, neither made nor migrated: `{ adminUrl, ownerUrl }`. */
export async function existingDatabase({ dataDir, externalUrl }) {
  if (!externalUrl && !existsSync(join(dataDir, 'secrets.json')))
    throw new UserError(`There is no Planerka in ${dataDir}. Set DATA_DIR to where it is.`);
  const target = externalUrl ? external(externalUrl) : await embedded(dataDir, readSecrets(dataDir));
  const adminUrl = atDatabase(target.adminUrl, target.database);
  return { adminUrl, ownerUrl: asRole(adminUrl, OWNER_ROLE, target.ownerPassword) };
}

async function embedded(dataDir, { adminPassword, ownerPassword, appPassword }) {
  step('Starting PostgreSQL');
  const server = await joinPostgres({ dataDir, password: adminPassword });
  onEnd(server.release);
  void server.lost.then(() => {
    if (isEnding()) return;
    explain(new UserError(`PostgreSQL stopped by itself. Its log is ${join(dataDir, 'postgres.log')}.`));
    void end(1);
  });
  return { adminUrl: server.adminUrl, database: DATABASE, ownerPassword, appPassword };
}

/** `{ adminUrl, database, ownerPassword, appPassword }` of a DATABASE_URL. */
export function external(databaseUrl) {
  let url;
  try {
    url = new URL(databaseUrl);
  } catch {
    throw new UserError('DATABASE_URL is not an address like postgresql://user:password@host:5432/planerka.');
  }
  const database = decodeURIComponent(url.pathname.slice(1)) || DATABASE;
  // The same on every machine that is given this URL, so that any number of servers agree without sharing a file.
  const passwordOf = (role) => createHmac('sha256', url.password).update(`planerka role ${role}`).digest('base64url');
  return { adminUrl: url.href, database, ownerPassword: passwordOf(OWNER_ROLE), appPassword: passwordOf(APP_ROLE) };
}
