import { join } from 'node:path';
import { buildApi, buildWeb } from './build.mjs';
import { dataFolder, occupy } from './data-folder.mjs';
import { prepareDatabase } from './database.mjs';
import { generate } from './generate.mjs';
import { end, endOnSignals, guarded, isEnding, onEnd } from './lifetime.mjs';
import { explain, step, UserError } from './log.mjs';
import { choosePort } from './port.mjs';
import { readSecrets } from './secrets.mjs';
import { seedDemo } from './seed.mjs';
import { serverEnvironment, startServer } from './server.mjs';

export async function start() {
  endOnSignals({ message: 'Stopping …' });
  await guarded(async () => {
    const port = await choosePort();
    const address = `http://localhost:${port}`;
    const dataDir = dataFolder();
    onEnd(occupy(dataDir, address));

    const secrets = readSecrets(dataDir);
    const [database] = await Promise.all([
      prepareDatabase({ dataDir, secrets, externalUrl: process.env.DATABASE_URL }),
      generate().then(() => Promise.all([buildApi(), buildWeb()])),
    ]);
    const environment = serverEnvironment({ port, dataDir, secrets, database });
    const logins = await seedDemo(environment);

    step('Starting the server');
    const server = await startServer(environment);
    onEnd(server.stop);
    void server.exited.then((how) => {
      if (isEnding()) return;
      explain(new UserError(`The server stopped by itself (${how}). Its log is ${join(dataDir, 'server.log')}.`));
      void end(1);
    });
    step('Ready');
    process.stdout.write(welcome(address, dataDir, logins));
  });
}

function welcome(address, dataDir, logins) {
  const lines = ['', `  Planerka is at ${address}`, ''];
  if (logins.length > 0) {
    const width = Math.max(...logins.map(({ email }) => email.length));
    lines.push('  The demo agency can be entered as', '');
    for (const { role, email, password } of logins) lines.push(`    ${email.padEnd(width)}  ${password}  ${role}`);
    lines.push('');
  }
  lines.push(`  Data and logs: ${dataDir}`, '  Ctrl-C stops it', '');
  return lines.join('\n') + '\n';
}
