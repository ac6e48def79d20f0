// One PostgreSQL per data folder, whoever comes first: a second start, a test run beside another, or the one after kill -9
// joins the server that is there. The last to leave stops it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tryFileLock } from './file-lock.mjs';
import { UserError } from './log.mjs';
import { runningPostgres, startPostgres } from './postgres.mjs';

const USERS_LOCK = 1;
const JOIN_SECONDS = 240;
const STOP_SECONDS = 30;

/**
 * Resolves to `{ adminUrl, client, lost, release }`: `client` is the administrator's connection that counts us among the
 * users, `lost` resolves when the server goes away under us.
 */
export async function joinPostgres({ dataDir, password, settings }) {
  const deadline = Date.now() + JOIN_SECONDS * 1000;
  for (;;) {
    const running = runningPostgres(dataDir, password);
    const client = running && (await enter(running.adminUrl));
    if (client) return membership(client, running);
    if (!running) await startUnlessStarting(dataDir, password, settings);
    if (Date.now() > deadline) {
      throw new UserError(`PostgreSQL does not answer; its log is ${join(dataDir, 'postgres.log')}.`);
    }
    await sleep(100);
  }
}

function membership(client, { adminUrl, pid, pidFile }) {
  let gone = false;
  const lost = new Promise((resolve) => client.once('end', resolve)).then(() => void (gone = true));
  const release = async () => {
    if (gone) return;
    await client.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS last', [USERS_LOCK]);
    // Stopped while we hold the lock: who comes now waits, is cut off, and starts it again.
    if (rows[0].last) await stopServer(pid, pidFile);
    await client.end().catch(() => {});
  };
  return { adminUrl, client, lost, release };
}

async function enter(adminUrl) {
  let client;
  try {
    client = new pg.Client({ connectionString: adminUrl });
    client.on('error', () => {});
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return client;
  } catch (error) {
    await client?.end().catch(() => {});
    if (error.code !== '28P01') return undefined;
    throw new UserError('The database in the data folder does not take the password in its secrets.json.');
  }
}

async function startUnlessStarting(dataDir, password, settings) {
  const unlock = tryFileLock(join(dataDir, 'postgres.starting'));
  if (!unlock) return;
  try {
    await startPostgres({ dataDir, password, settings });
  } finally {
    unlock();
  }
}

async function stopServer(pid, pidFile) {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_SECONDS * 1000;
  while (existsSync(pidFile)) {
    if (Date.now() > deadline) return process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}
