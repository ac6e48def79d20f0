// Two roles beside the administrator: `planerka_owner` owns the tables and migrates them, `planerka_app` serves requests,
// owns nothing and cannot step around row-level security.
import pg from 'pg';

export const OWNER_ROLE = 'planerka_owner';
export const APP_ROLE = 'planerka_app';

const ATTRIBUTES = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION';

/** Creates what is missing and repairs what differs; running it again changes nothing. */
export async function ensureRoles(adminUrl, { database, ownerPassword, appPassword }) {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, ownerPassword);
    await ensureRole(client, APP_ROLE, appPassword);
    // A screen's statement is dear by PostgreSQL's estimate and done in milliseconds: compiling it would take longer.
    await client.query(`ALTER ROLE ${APP_ROLE} SET jit = 'off'`);
    // An administrator who is no superuser may hand a database over only to a role it belongs to.
    await client.query(`GRANT ${OWNER_ROLE} TO CURRENT_USER`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${OWNER_ROLE}`);
    await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO ${OWNER_ROLE}`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}`);
  });
  await withClient(atDatabase(adminUrl, database), (client) =>
    client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${OWNER_ROLE}`),
  );
}

async function ensureRole(client, role, password) {
  const { rows } = await client.query('SELECT rolsuper OR rolbypassrls AS powerful FROM pg_roles WHERE rolname = $1', [
    role,
  ]);
  const secret = client.escapeLiteral(password);
  if (rows.length === 0) await client.query(`CREATE ROLE ${role} ${ATTRIBUTES} PASSWORD ${secret}`);
  else if (rows[0].powerful) await client.query(`ALTER ROLE ${role} ${ATTRIBUTES} PASSWORD ${secret}`);
  else await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${secret}`);
}

export function atDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same server and database for another role. */
export function asRole(url, role, password) {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Connects, works, disconnects. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
