// Passwords and keys made on the first start and kept beside the data they open.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const random = () => randomBytes(32).toString('base64url');

/** `{ secret, adminPassword, ownerPassword, appPassword }` */
export function readSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) writeSecrets(dataDir, file);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeSecrets(dataDir, file) {
  mkdirSync(dataDir, { recursive: true });
  const secrets = { secret: random(), adminPassword: random(), ownerPassword: random(), appPassword: random() };
  // Appears whole or not at all, and the first of two writers wins: wrong secrets would lock the database for good.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(unfinished);
  }
}
