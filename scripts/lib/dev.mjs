import { build, createServer } from 'vite';
import { dataFolder, occupy } from './data-folder.mjs';
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
    onEnd(occupy(dataDir, address));

    const secrets = readSecrets(dataDir);
    const [database] = await Promise.all([
      prepareDatabase({ dataDir, secrets, externalUrl: process.env.DATABASE_URL }),
      generate(),
    ]);
    const apiPort = await freePort();
    const environment = {
      ...serverEnvironment({ port: apiPort, dataDir, secrets, database }),
      NODE_ENV: 'development',
      LOG_PRETTY: 'true',
    };

    let seeded = false;
    const server = restarting(environment);
    onEnd(server.stop);
    await rebuildOnChange(async () => {
      if (!seeded) await seedDemo(environment);
      seeded = true;
      await server.restart();
    });

    await servePages(port, apiPort);
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
