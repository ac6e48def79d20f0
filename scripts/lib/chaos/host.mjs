// What `npm start` is, in a process that can be killed: it tells the process ids of all that there is to kill.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOnSignals, guarded } from '../lifetime.mjs';
import { runningPostgres } from '../postgres.mjs';
import { startProduct } from '../product.mjs';

const [, , dataDir] = process.argv;
endOnSignals();
await guarded(async () => {
  const { address, pid } = await startProduct({ dataDir });
  const { adminPassword } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  process.send({ address, api: pid, postgres: runningPostgres(dataDir, adminPassword).pid });
});
