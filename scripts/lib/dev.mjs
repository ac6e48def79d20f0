import { build, createServer } from 'vite';
import { buildApi } from './build.mjs';
import { dataFolder } from './data-folder.mjs';
import { prepareDatabase } from './database.mjs';
import { generate } from './generate.mjs';
import { endOnSignals, guarded, onEnd } from './lifetime.mjs';
import { explain, step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { choosePort, freePort } from './port.mjs';
import { readSecrets } from './secrets.mjs';
import { seedDemo } from './seed.mjs';
import { serverEnvironment, startServer } from './server.mjs';

export async function develop() {
  endOnSignals();
  await guarded(async () => {
    const port = await choosePort();
    const address = `http://localhost:${port}`;
    const dataDir = dataFolder();

    const secrets = readSecrets(dataDir);
    const apiPort = await freePort();
    const environmentOf = (database) => ({
      ...serverEnvironment({ dataDir, secrets, database }),
      PORT: String(apiPort),
      NODE_ENV: 'development',
      // Pages come from Vite; operations of a build that is older than the schema would only refuse the start.
      WEB_ROOT: inRoot('dist', 'none'),
      LOG_PRETTY: 'true',
    });
    let logins = [];
    const fill = async (database) => {
      await generate();
      await buildApi();
      logins = await seedDemo(environmentOf(database));
    };
    const database = await prepareDatabase({ dataDir, secrets, externalUrl: process.env.DATABASE_URL, fill });

    const server = restarting(environmentOf(database));
    onEnd(server.stop);
    await rebuildOnChange(server.restart);
    await servePages(port, apiPort);
    for (const { role, email, password } of logins) step(`${role}: ${email} ${password}`);
    step(`Planerka is at ${address}; the server's log follows`);
  });
}

/** One server at a time: a restart waits for the one before it. */
function restarting(environment) {
  let running;
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(work).catch(explain));
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  return {
    stop: () => inTurn(stop),
    restart: () =>
      inTurn(async () => {
        await stop();
        running = await startServer(environment, { log: null });
      }),
  };
}

/** Resolves after the first build; later ones call `onBuilt` too, and a broken one says why and changes nothing. */
async function rebuildOnChange(onBuilt) {
  const watcher = await build({
    configFile: inRoot('apps/api/vite.config.ts'),
    logLevel: 'warn',
    build: { watch: {} },
  });
  onEnd(() => watcher.close());
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void onBuilt().then(resolve);
      if (event.code === 'ERROR') explain(event.error);
      event.result?.close();
    });
  });
}

async function servePages(port, apiPort) {
  process.env.API_URL = `http://127.0.0.1:${apiPort}`;
  const pages = await createServer({
    configFile: inRoot('apps/web/vite.config.ts'),
    server: { port, strictPort: true },
  });
  onEnd(() => pages.close());
  await pages.listen();
}
