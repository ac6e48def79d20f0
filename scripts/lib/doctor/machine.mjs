import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_SECONDS_APART = 5;
const LEAST_FREE = 1024 ** 3;
const GIGABYTE = 1024 ** 3;

export async function checkClock({ client }) {
  const asked = Date.now();
  const { rows } = await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now');
  const apart = Math.abs(Number(rows[0].now) - (asked + Date.now()) / 2) / 1000;
  const problems =
    apart > MOST_SECONDS_APART
      ? [
          `The clocks of this machine and of the database are ${Math.round(apart)} s apart: due dates and sessions go wrong.`,
        ]
      : [];
  return { problems, found: new Date().toISOString() };
}

export async function checkDisk({ client, dataDir }) {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const { rows } = await client.query('SELECT pg_database_size(current_database()) AS size');
  const inGigabytes = (bytes) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
  const problems =
    free < LEAST_FREE || bavail < blocks / 50
      ? [`Only ${inGigabytes(free)} are free where ${dataDir} is: PostgreSQL stops when nothing is.`]
      : [];
  return { problems, found: `${inGigabytes(free)} free, the database has ${inGigabytes(Number(rows[0].size))}` };
}

export function checkSecrets({ dataDir }) {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file) || process.platform === 'win32') return { problems: [], found: '' };
  const others = (statSync(file).mode & 0o077) !== 0;
  return { problems: others ? [`Others than its owner may read ${file}: chmod 600 it.`] : [], found: file };
}
