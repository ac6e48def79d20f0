// Where the database's files are: DATA_DIR/postgres, or where its user can reach them when it cannot get there.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './log.mjs';
import { accountCan, postgresAccount } from './postgres-account.mjs';
import { REACHABLE_FOLDER } from './postgres-binaries.mjs';

/** `{ path, owner }`: `owner` is set where root meets files that another user made, and must be kept theirs. */
export function clusterFolder(dataDir) {
  const pointer = join(dataDir, 'postgres.location');
  const path = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres');
  if (existsSync(join(path, 'PG_VERSION'))) return { path, owner: ownerOf(path) };
  return { path: existsSync(pointer) ? path : placeWithinReach(dataDir, path, pointer) };
}

function ownerOf(path) {
  const { uid, gid } = statSync(path);
  return process.getuid?.() === 0 && uid !== 0 ? { uid, gid } : undefined;
}

function placeWithinReach(dataDir, path, pointer) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const account = postgresAccount();
  if (account.uid === undefined) return path;
  chownSync(path, account.uid, account.gid);
  if (accountCan(account, '-w', path)) return path;

  rmSync(path, { recursive: true });
  const elsewhere = join(REACHABLE_FOLDER, `data-${randomBytes(6).toString('hex')}`);
  step(`The database's user cannot reach ${dataDir}: its files are kept in ${elsewhere}`);
  mkdirSync(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  mkdirSync(elsewhere, { mode: 0o700 });
  chownSync(elsewhere, account.uid, account.gid);
  writeFileSync(pointer, `${elsewhere}\n`);
  return elsewhere;
}
