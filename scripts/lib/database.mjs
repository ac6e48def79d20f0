// The database that serves the product: the embedded one under DATA_DIR, or the server of DATABASE_URL.
import { createHmac } from 'node:crypto';
import { end, isEnding, onEnd } from './lifetime.mjs';
import { explain, step, UserError } from './log.mjs';
import { migrate } from './migrate.mjs';
import { dropHalfLoadedDemo } from './seed.mjs';
import { startPostgres } from './postgres.mjs';
import { APP_ROLE, asRole, atDatabase, ensureRoles, OWNER_ROLE } from './roles.mjs';

const DATABASE = 'planerka';

/** Resolves to `{ appUrl, ownerUrl }` of a database with its two roles and all migrations. */
export async function prepareDatabase({ dataDir, secrets, externalUrl }) {
  const target = externalUrl ? external(externalUrl) : await embedded(dataDir, secrets);
  await ensureRoles(target.adminUrl, target).catch((error) => {
    throw externalUrl ? new UserError(`DATABASE_URL: ${error.message || error.code}`) : error;
  });
  const url = atDatabase(target.adminUrl, target.database);
  const ownerUrl = asRole(url, OWNER_ROLE, target.ownerPassword);
  const applied = await migrate(ownerUrl, { onApply: (name) => step(`Migrating the database: ${name}`) });
  if (applied.length > 0) step('The database is up to date');
  return { ownerUrl, appUrl: asRole(url, APP_ROLE, target.appPassword) };
}

async function embedded(dataDir, { adminPassword, ownerPassword, appPassword }) {
  step('Starting PostgreSQL');
  const server = await startPostgres({ dataDir, password: adminPassword });
  onEnd(server.stop);
  void server.exited.then((code) => {
    if (isEnding()) return;
    explain(new UserError(`PostgreSQL stopped by itself (exit ${code}).`));
    void end(1);
  });
  await dropHalfLoadedDemo(server.adminUrl, DATABASE, dataDir);
  return { adminUrl: server.adminUrl, database: DATABASE, ownerPassword, appPassword };
}

function external(databaseUrl) {
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
