// A database of its own in a folder of its own, and the servers that are measured over it. All of it is gone at the end.
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCode } from '../scripts/lib/build.mjs';
import { chromium } from '../scripts/lib/chromium.mjs';
import { dataFolder } from '../scripts/lib/data-folder.mjs';
import { prepareDatabase } from '../scripts/lib/database.mjs';
import { install } from '../scripts/lib/install.mjs';
import { onEnd } from '../scripts/lib/lifetime.mjs';
import { step, UserError } from '../scripts/lib/log.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { freePort } from '../scripts/lib/port.mjs';
import { atDatabase } from '../scripts/lib/roles.mjs';
import { readSecrets } from '../scripts/lib/secrets.mjs';
import { loadDemo } from '../scripts/lib/seed.mjs';
import { serverEnvironment, startServer } from '../scripts/lib/server.mjs';
import { pageSizes } from '../scripts/lib/sizes.mjs';

/** A thousand subscribers of a bench come from one machine. */
const MANY_SOCKETS = { SOCKETS_PER_PERSON: '100000', SOCKETS_PER_ADDRESS: '100000' };

/** Resolves to the `Workshop` of lib/workshop.ts. */
export async function openWorkshop() {
  await prepareCode();
  const dataDir = dataFolder(inRoot('var', 'bench', String(process.pid)));
  onEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  const secrets = readSecrets(dataDir);
  const database = await prepareDatabase({ dataDir, secrets, fill: () => {} });
  const environment = serverEnvironment({ dataDir, secrets, database });
  return {
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
    postgresLog: join(dataDir, 'postgres.log'),
    secret: environment.SECRET,
    say: step,
    loadDemo: () => loadDemo(environment),
    startApi: async (name) => {
      const port = await freePort();
      const over = name
        ? { DATABASE_URL: atDatabase(database.appUrl, name), DATABASE_DIRECT_URL: atDatabase(database.directUrl, name) }
        : {};
      const { pid, stop } = await startServer({
        ...environment,
        ...over,
        PORT: String(port),
        HOST: '127.0.0.1',
        ...MANY_SOCKETS,
      });
      onEnd(stop);
      return { url: `http://127.0.0.1:${port}`, pid, stop };
    },
    pageSizes,
    prepareLighthouse: () => installed('lighthouse', 'Lighthouse'),
    findBrowser: async () => ({ path: await chromium(), port: await freePort() }),
    startScript: (script) => startScript(script, environment),
    startPeer: () => startPeer(environment),
  };
}

const startPeer = async (environment) =>
  (await installed('peer', 'PostGraphile')) ? startScript('peer/server.mjs', environment) : null;

/** What has packages of its own: nobody waits for them who does not run its bench. False, and said so, where they cannot be had. */
async function installed(folder, name) {
  try {
    await install(inRoot('bench', folder));
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    step(`${name} is left out: ${error.message}`);
    return false;
  }
}

/** A contender's own server, a process as the product's is: it listens on a free port and says which. */
async function startScript(script, environment) {
  const child = fork(inRoot('bench', script), {
    execArgv: ['--import', new URL('../scripts/lib/end-with-parent.mjs', import.meta.url).href],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    detached: process.platform !== 'win32',
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  onEnd(stop);
  const listening = new Promise((resolve) => child.once('message', resolve));
  const message = await Promise.race([listening, exited]);
  if (!message?.port) throw new UserError(`${script} ended before it listened`);
  return { url: `http://127.0.0.1:${message.port}`, pid: child.pid, stop };
}
