// An archive's database, made anew: the migrations it had, then its rows, in one transaction. Later migrations come with the
// next start, as they come to every database.
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { UserError } from '../log.mjs';
import { migrate, readMigrations } from '../migrate.mjs';
import { asRole, atDatabase, ensureRoles, OWNER_ROLE, withClient } from '../roles.mjs';
import { readArchive } from './archive.mjs';
import { readTables } from './catalogue.mjs';

/** The committed migrations that the backup has; throws where it has others. */
export function migrationsOf({ migrations, version }, known = readMigrations()) {
  return migrations.map(({ name, checksum }, place) => {
    if (known[place]?.name === name && known[place].checksum === checksum) return known[place];
    throw new UserError(
      `This backup was made by Planerka ${version} and has the migration ${name}, which this version does not know. ` +
        'Restore it with that version or a newer one.',
    );
  });
}

/** Fills the database of `target`, which must not exist yet. `takeFile` gets every entry that is none of the database's. */
export async function loadDatabase(target, { file, manifest, takeFile }) {
  await ensureRoles(target.adminUrl, target);
  const ownerUrl = asRole(atDatabase(target.adminUrl, target.database), OWNER_ROLE, target.ownerPassword);
  await migrate(ownerUrl, { migrations: migrationsOf(manifest) });
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
    await open(client, tables);
    const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]));
    await readArchive(file, async (name, bytes) => {
      const [kind, table] = name.split('/');
      if (kind === 'database') await loadRows(client, table, columns.get(table), bytes);
      else if (name === 'jobs.json') await loadJobs(client, JSON.parse(await textOf(bytes)));
      else await takeFile(name, bytes);
    });
    for (const { name, value } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2)', [client.escapeIdentifier(name), value]);
    for (const { name, rows } of manifest.tables) await requireRows(client, name, rows);
    await close(client, tables);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

/** Rows come as they were: no policy hides them, no trigger of ours makes them over. The transaction takes it back at its end. */
async function open(client, tables) {
  const names = [...tables.keys()].map((name) => client.escapeIdentifier(name));
  await client.query(`TRUNCATE ${names.join(', ')}`);
  for (const name of names) {
    await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
    await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  }
}

async function close(client, tables) {
  for (const { name, isForced } of tables.values()) {
    const table = client.escapeIdentifier(name);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    if (isForced) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}

async function loadRows(client, table, columns, bytes) {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await pipeline(bytes, client.query(copyFrom(`COPY ${client.escapeIdentifier(table)} (${list}) FROM STDIN`)));
}

async function loadJobs(client, jobs) {
  for (const { identifier, payload, queue_name, run_at, max_attempts, key, priority } of jobs)
    await client.query(
      `SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, priority => $7)`,
      [identifier, JSON.stringify(payload), queue_name, run_at, max_attempts, key, priority],
    );
}

async function requireRows(client, table, rows) {
  const { rows: found } = await client.query(`SELECT count(*)::int AS count FROM ${client.escapeIdentifier(table)}`);
  if (found[0].count !== rows) throw new Error(`${table} has ${found[0].count} rows instead of ${rows}`);
}

async function textOf(bytes) {
  const pieces = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
