// The whole product, running: what `npm start` serves and what the journeys walk through.
import { prepareCode } from './build.mjs';
import { prepareDatabase } from './database.mjs';
import { end, isEnding, onEnd } from './lifetime.mjs';
import { explain, step, UserError } from './log.mjs';
import { choosePort, onFreePort } from './port.mjs';
import { readSecrets } from './secrets.mjs';
import { seedDemo } from './seed.mjs';
import { serverEnvironment, startServer } from './server.mjs';

/** Builds, migrates, seeds and serves; resolves to its address, the server's process id and the demo's logins once it listens. */
export async function startProduct({ dataDir, externalUrl }) {
  await choosePort(); // A port that cannot be had is said at once, not after the build.
  const secrets = readSecrets(dataDir);
  const environmentOf = (database) => serverEnvironment({ dataDir, secrets, database });
  const api = Promise.withResolvers();
  const built = prepareCode({ onApi: api.resolve });
  built.catch(api.reject);
  api.promise.catch(() => {}); // Told by `built`.
  let logins = [];
  const fill = async (database) => {
    await api.promise;
    logins = await seedDemo(environmentOf(database));
  };
  const [database] = await Promise.all([prepareDatabase({ dataDir, secrets, externalUrl, fill }), built]);

  step('Starting the server');
  const { server, port } = await onFreePort(async (free) => ({
    server: await startServer({ ...environmentOf(database), PORT: String(free) }),
    port: free,
  }));
  onEnd(server.stop);
  void server.exited.then((how) => {
    if (isEnding()) return;
    explain(new UserError(`The server stopped by itself (${how}). Its log is in ${dataDir}.`));
    void end(1);
  });
  return { address: `http://localhost:${port}`, logins, pid: server.pid };
}
