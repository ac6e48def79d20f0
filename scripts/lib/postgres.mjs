// An embedded PostgreSQL server: made on first use, started, found again.
import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { step, UserError } from './log.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresBinaries, program } from './postgres-binaries.mjs';
import { clusterFolder } from './postgres-folder.mjs';
import { freePort } from './port.mjs';
import { commandOf, isAlive, runQuietly } from './process.mjs';

export const ADMIN_ROLE = 'planerka_admin';
// Recovery after a kill takes its time, on a busy machine all the more; one that ends is not waited for.
const START_SECONDS = 180;

/** Starts the server whose files are under `dataDir`, and leaves it running. `settings` are PostgreSQL's own (`{ fsync: 'off' }`). */
export async function startPostgres({ dataDir, password, settings = {} }) {
  const cluster = clusterFolder(dataDir);
  const account = cluster.owner ?? postgresAccount();
  const native = postgresBinaries(account);
  if (!existsSync(join(cluster.path, 'PG_VERSION'))) await initialise(native, cluster.path, account, password);

  const port = await freePort();
  const logFile = join(dataDir, 'postgres.log');
  const child = launch(native, cluster.path, account, { ...settings, port }, logFile);
  await ready(urlOf(port, password), child, logFile);
  child.unref();
}

/** Where the server runs that has these files, as `{ adminUrl, pid, pidFile }`; undefined where none does. */
export function runningPostgres(dataDir, password) {
  const folder = clusterFolder(dataDir).path;
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n').map(Number);
  if (!isAlive(pid)) return undefined;
  if (commandOf(pid)?.includes(folder) !== false) return { adminUrl: urlOf(port, password), pid, pidFile };
  // Left by a killed server, and its number went to another program since: PostgreSQL would take that one for itself and
  // refuse to start.
  rmSync(pidFile, { force: true });
  return undefined;
}

const urlOf = (port, password) =>
  `postgresql://${ADMIN_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

async function initialise(native, folder, account, password) {
  step('Creating the database');
  // Made aside and moved into place when complete: a start killed here begins anew next time.
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [unfinished, passwordFile])
    if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
  try {
    await runQuietly(
      program(native, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${ADMIN_ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Order of names as people expect it in any language; the C library's part keeps Cyrillic letters letters (pg_trgm).
        '--locale-provider=icu',
        '--icu-locale=und',
        ...(process.platform === 'win32'
          ? []
          : [`--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`]),
        '--lc-messages=C',
      ],
      { ...account, cwd: '/', env: environment() },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function launch(native, folder, account, settings, logFile) {
  const log = openSync(logFile, 'a', 0o600);
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const child = spawn(
    program(native, 'postgres'),
    ['-D', folder, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A group of its own: Ctrl-C reaches us, and we stop the database last.
    { ...account, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  return child;
}

const environment = () => ({ PATH: process.env.PATH, SystemRoot: process.env.SystemRoot });

async function ready(adminUrl, child, logFile) {
  let ended;
  child.once('exit', (code, signal) => (ended = signal ?? `exit ${code}`));
  child.once('error', (error) => (ended = error.message));
  const deadline = Date.now() + START_SECONDS * 1000;
  while (ended === undefined && Date.now() < deadline) {
    if (await answers(adminUrl)) return;
    await sleep(50);
  }
  child.kill('SIGQUIT');
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new UserError(
    `PostgreSQL did not start (${ended ?? `no answer in ${START_SECONDS} s`}). Its log, ${logFile}, ends:\n${tail}`,
  );
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Wrong password: something else listens there, or the files belong to other secrets. Waiting changes nothing.
    if (error.code === '28P01')
      throw new UserError('The database and its password in the data folder do not belong together.');
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
