// The promise that an acknowledged command survives kill -9 of the server and of PostgreSQL at any moment, put to the test:
// people work, something is killed, the product starts again, and what it holds is compared with what they were told.
import { fork, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { prepareCode } from '../build.mjs';
import { dataFolder } from '../data-folder.mjs';
import { asRole, atDatabase, OWNER_ROLE } from '../roles.mjs';
import { DATABASE } from '../database.mjs';
import { onEnd } from '../lifetime.mjs';
import { step, UserError } from '../log.mjs';
import { freePort } from '../port.mjs';
import { isAlive } from '../process.mjs';
import { readSecrets } from '../secrets.mjs';
import { joinPostgres } from '../shared-postgres.mjs';
import { chanceOf } from './chance.mjs';
import { compare } from './compare.mjs';
import { newJournal, openAgency, work } from './workload.mjs';

const HOST = fileURLToPath(new URL('host.mjs', import.meta.url));
const END_SECONDS = 60;

/** What there is to kill, by name: ids of processes. */
const VICTIMS = {
  'the server': ({ api }) => [api],
  PostgreSQL: ({ postgres }) => [postgres],
  'a connection of PostgreSQL': ({ postgres }) => childrenOf(postgres).slice(-1),
  'the launcher': ({ host }) => [host.pid],
  everything: ({ host, api, postgres }) => [host.pid, api, postgres],
};

/** Throws what is wrong after the first round in which anything is. `victims` are killed first, then whatever chance picks. */
export async function chaos({ rounds, seed, victims = [] }) {
  await prepareCode();
  const dataDir = dataFolder(`var/chaos/${process.pid}`);
  onEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  // The order of killings is the seed's; what people do beside it follows the machine.
  const [fate, chance] = [chanceOf(seed), chanceOf(seed + 1)];
  const journal = newJournal();
  let product = await startHost(dataDir);
  const agency = await openAgency(product.address);
  for (let round = 1; round <= rounds; round++) {
    const victim = victims[round - 1] ?? fate.oneOf(Object.keys(VICTIMS));
    await workUntilKilled({ product, agency, journal, chance, victim });
    product = await startHost(dataDir);
    const problems = await look({ dataDir, journal });
    const counts = `${journal.acknowledged.size} acknowledged, ${journal.unknown.size} unknown`;
    if (problems.length > 0)
      throw new UserError(`Round ${round} (seed ${seed}, killed ${victim}; ${counts}):\n${problems.join('\n')}`);
    step(`Round ${round}: killed ${victim}; ${counts}; nothing is lost`);
  }
  product.host.kill('SIGTERM');
  await product.gone;
  return journal.acknowledged.size;
}

async function workUntilKilled({ product, agency, journal, chance, victim }) {
  const stop = new AbortController();
  const enough = Promise.withResolvers();
  let left = 10 + chance.below(120);
  const onDone = () => --left === 0 && enough.resolve();
  const working = work({ address: product.address, agency, journal, chance, signal: stop.signal, onDone });
  working.catch(enough.reject);
  await enough.promise;
  await sleep(chance.below(20));
  for (const pid of VICTIMS[victim](product)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  const how = await Promise.race([product.gone, sleep(END_SECONDS * 1000, 'late', { ref: false })]);
  stop.abort();
  await working;
  if (how === 'late') throw new UserError(`${victim} was killed, and the product neither went on nor ended.`);
}

/** Resolves to `{ address, host, gone, api, postgres }` once the product is served. */
async function startHost(dataDir) {
  const port = await freePort();
  const host = fork(HOST, [dataDir], {
    // Nothing of it is said unless it does not start: that it ends is what is wanted.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, PORT: String(port), DEMO: '0', LOG_LEVEL: 'warn', HOST: '127.0.0.1' },
  });
  let said = '';
  host.stderr.on('data', (bytes) => (said = (said + bytes).slice(-4000)));
  const gone = new Promise((resolve) => host.once('exit', resolve));
  onEnd(async () => {
    if (host.exitCode === null && host.signalCode === null) host.kill('SIGTERM');
    await gone;
  });
  const served = new Promise((resolve) => host.once('message', resolve));
  const facts = await Promise.race([served, gone]);
  if (!facts?.address) throw new UserError(`The product did not start again:\n${said}`);
  return { host, gone, ...facts };
}

async function look({ dataDir, journal }) {
  const secrets = readSecrets(dataDir);
  const server = await joinPostgres({ dataDir, password: secrets.adminPassword });
  try {
    const adminUrl = atDatabase(server.adminUrl, DATABASE);
    return await compare({ adminUrl, ownerUrl: asRole(adminUrl, OWNER_ROLE, secrets.ownerPassword), dataDir, journal });
  } finally {
    await server.release();
  }
}

const childrenOf = (pid) =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(Number)
    .filter((child) => child > 0);
