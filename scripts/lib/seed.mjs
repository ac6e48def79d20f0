// The demo agency, loaded once into a database that has no agency yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step, UserError } from './log.mjs';
import { inRoot } from './paths.mjs';
import { withClient } from './roles.mjs';

/** Resolves to the demo's logins, `[{ role, email, password }]`; none where it was not loaded. */
export async function seedDemo(environment) {
  const remembered = join(environment.DATA_DIR, 'demo-logins.json');
  const bundle = inRoot('dist', 'api', 'seed.js');
  if (process.env.DEMO !== '0' && existsSync(bundle) && !(await hasAgency(environment.DATABASE_OWNER_URL))) {
    step('Loading the demo agency');
    const { logins } = await runSeed(bundle, environment);
    writeFileSync(remembered, JSON.stringify(logins, null, 2), { mode: 0o600 });
  }
  return existsSync(remembered) ? JSON.parse(readFileSync(remembered, 'utf8')) : [];
}

/** The demo agency, whatever else there is. */
export const loadDemo = async (environment) => (await runSeed(inRoot('dist', 'api', 'seed.js'), environment)).logins;

const hasAgency = (ownerUrl) =>
  withClient(ownerUrl, async (client) => {
    // Row-level security is forced on the owner too; this is how the system's own rounds list agencies.
    await client.query("SET app.system = 'on'");
    const { rows } = await client.query('SELECT EXISTS (SELECT 1 FROM agency) AS found');
    return rows[0].found;
  });

function runSeed(bundle, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', fileURLToPath(new URL('seed-child.mjs', import.meta.url)), bundle],
      {
        env: { NODE_ENV: 'production', ...process.env, ...environment },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    let result;
    child.once('message', (message) => (result = message));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 && result ? resolve(result) : reject(new UserError('The demo agency could not be loaded.')),
    );
  });
}
