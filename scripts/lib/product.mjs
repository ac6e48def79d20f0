// The whole product, running: what `npm start` serves and what the journeys walk through.
import { buildApi, buildWeb } from './build.mjs';
import { prepareDatabase } from './database.mjs';
import { generate } from './generate.mjs';
import { end, isEnding, onEnd } from './lifetime.mjs';
import { explain, step, UserError } from './log.mjs';
import { readSecrets } from './secrets.mjs';
import { seedDemo } from './seed.mjs';
import { serverEnvironment, startServer } from './server.mjs';

/** Builds, migrates, seeds and serves; resolves to the demo's logins once the server listens. */
export async function startProduct({ port, dataDir, externalUrl }) {
  const secrets = readSecrets(dataDir);
  const [database] = await Promise.all([
    prepareDatabase({ dataDir, secrets, externalUrl }),
    generate().then(() => Promise.all([buildApi(), buildWeb()])),
  ]);
  const environment = serverEnvironment({ port, dataDir, secrets, database });
  const logins = await seedDemo(environment);

  step('Starting the server');
  const server = await startServer(environment);
  onEnd(server.stop);
  void server.exited.then((how) => {
    if (isEnding()) return;
    explain(new UserError(`The server stopped by itself (${how}). Its log is in ${dataDir}.`));
    void end(1);
  });
  return { logins };
}
