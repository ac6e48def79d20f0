import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DATABASE } from '../database.mjs';
import { step, UserError } from '../log.mjs';
import { runningPostgres } from '../postgres.mjs';
import { atDatabase, withClient } from '../roles.mjs';
import { readSecrets } from '../secrets.mjs';
import { joinPostgres } from '../shared-postgres.mjs';
import { verifyArchive } from './archive.mjs';
import { FORMAT, KEPT_FILES } from './backup.mjs';
import { loadDatabase, migrationsOf } from './load.mjs';

/** All that is ours in a data folder; backups and logs stay where they are. */
const OURS = ['postgres', 'postgres.location', 'files', 'uploads', ...KEPT_FILES];
const SECRETS = 'secrets.json';
const UNFINISHED = '.restoring';
const FINISHED = '.restored';
const NO_SUCH_DATABASE = '3D000';

/**
 * All of the archive, or nothing: it is verified and loaded aside, and only then takes its place. What was there before
 * (with `force` alone) is kept beside it. `external` is the target of DATABASE_URL, where there is one.
 */
export async function restore({ file, dataDir, external, force = false }) {
  step('Verifying the backup');
  const { manifest, small } = await verifyArchive(file, [SECRETS]);
  if (manifest.format !== FORMAT)
    throw new UserError(`This version of Planerka reads no backups of format ${manifest.format}.`);
  migrationsOf(manifest);
  await requireStopped(dataDir, external);
  if (!force) await requireEmpty(dataDir, external);

  const staging = join(dataDir, UNFINISHED);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  if (small[SECRETS]) writeFileSync(join(staging, SECRETS), small[SECRETS], { mode: 0o600 });
  step('Restoring files and database');
  const takeFile = (name, bytes) => pipeline(bytes, createWriteStream(pathIn(staging, name), { mode: 0o600 }));
  const source = { file, manifest, takeFile };
  const aside = `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
  if (external) await restoreExternal(external, source, aside);
  else await restoreEmbedded(staging, source);

  const children = readdirSync(staging);
  writeFileSync(join(staging, 'plan.json'), JSON.stringify({ aside, children }));
  renameSync(staging, join(dataDir, FINISHED));
  finishRestore(dataDir);
  const kept = join(dataDir, aside);
  return { manifest, kept: existsSync(kept) ? kept : undefined };
}

/** Puts in place what has been restored whole; also the next start calls it, should this one be killed right here. */
export function finishRestore(dataDir) {
  const staging = join(dataDir, FINISHED);
  if (!existsSync(join(staging, 'plan.json'))) return rmSync(staging, { recursive: true, force: true });
  const { aside, children } = JSON.parse(readFileSync(join(staging, 'plan.json'), 'utf8'));
  for (const name of OURS) {
    const [here, restored] = [join(dataDir, name), join(staging, name)];
    // Of the restored ones: moved already, by a call that was killed afterwards.
    if (children.includes(name) && !existsSync(restored)) continue;
    if (existsSync(here)) {
      mkdirSync(join(dataDir, aside), { recursive: true, mode: 0o700 });
      renameSync(here, join(dataDir, aside, name));
    }
    if (existsSync(restored)) renameSync(restored, here);
  }
  rmSync(staging, { recursive: true, force: true });
}

async function requireStopped(dataDir, external) {
  const running = external
    ? await atExternal(external, async (client) => {
        const { rowCount } = await client.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'planerka'`,
        );
        return rowCount > 0;
      })
    : existsSync(join(dataDir, 'secrets.json')) && runningPostgres(dataDir, '') !== undefined;
  if (running) throw new UserError('Planerka is running on this data. Stop it first.');
}

async function requireEmpty(dataDir, external) {
  const [found] = OURS.filter((name) => existsSync(join(dataDir, name)));
  const words = 'Name an empty DATA_DIR, or say --force: what is there now will be kept beside it.';
  if (found) throw new UserError(`${dataDir} is not empty: it has ${found}. ${words}`);
  const hasTables = await atExternal(external, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('public.agency') IS NOT NULL AS found`);
    return rows[0].found;
  });
  if (hasTables) throw new UserError(`The database ${external.database} is not empty. ${words}`);
}

/** Undefined where there is no such database. */
async function atExternal(external, work) {
  if (!external) return undefined;
  try {
    return await withClient(atDatabase(external.adminUrl, external.database), work);
  } catch (error) {
    if (error.code === NO_SUCH_DATABASE) return undefined;
    throw error;
  }
}

async function restoreEmbedded(staging, source) {
  const secrets = readSecrets(staging);
  const server = await joinPostgres({ dataDir: staging, password: secrets.adminPassword });
  try {
    await loadDatabase({ adminUrl: server.adminUrl, database: DATABASE, ...secrets }, source);
  } finally {
    await server.release();
  }
}

/** Into a database beside the old one; then they change names, both or none. */
async function restoreExternal({ adminUrl, database, ...passwords }, source, aside) {
  const loading = `${database}_restoring`;
  const maintenance = atDatabase(adminUrl, 'postgres');
  const name = (client, text) => client.escapeIdentifier(text);
  await withClient(maintenance, (client) => client.query(`DROP DATABASE IF EXISTS ${name(client, loading)}`));
  await loadDatabase({ adminUrl: maintenance, database: loading, ...passwords }, source);
  await withClient(maintenance, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    await client.query('BEGIN');
    if (rowCount > 0)
      await client.query(`ALTER DATABASE ${name(client, database)} RENAME TO ${name(client, `${database}_${aside}`)}`);
    await client.query(`ALTER DATABASE ${name(client, loading)} RENAME TO ${name(client, database)}`);
    await client.query('COMMIT');
  });
}

/** An archive names places under the data folder and no others, whoever made it. */
function pathIn(staging, name) {
  const path = join(staging, name);
  const isKept = KEPT_FILES.includes(name) || /^files\/[\w-]+\/[\w.-]+$/.test(name);
  if (!isKept || !path.startsWith(staging + sep))
    throw new UserError(`The backup has a file of an unknown kind: ${name}.`);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
