// Installs the packages when they are missing or are not those of package-lock.json.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './file-lock.mjs';
import { step, UserError } from './log.mjs';
import { inRoot, ROOT } from './paths.mjs';

const hashOfLock = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');

/** The product's packages, or those of a folder with a lock of its own. */
export async function install(folder = ROOT) {
  const wanted = hashOfLock(folder);
  const stamp = join(folder, 'node_modules', '.planerka-install');
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isCurrent()) return;
  await withFileLock(
    inRoot('var', 'install.lock'),
    'Another start is installing packages: waiting for it',
    async () => {
      if (isCurrent()) return;
      if (!isInstalled(folder)) await installPackages(folder);
      writeFileSync(stamp, wanted);
    },
  );
}

async function installPackages(folder) {
  step('Installing packages: a minute or two, once');
  const stillBusy = setInterval(() => step('… still installing'), 20_000);
  try {
    await npmCi(folder);
  } finally {
    clearInterval(stillBusy);
  }
}

/** True where somebody has run `npm install` by hand: npm notes what it put there when it is done. */
function isInstalled(folder) {
  const notes = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(notes)) return false;
  const { packages: present } = JSON.parse(readFileSync(notes, 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path]?.version ?? (optional ? version : undefined)) === version,
  );
}

// Install scripts are not run: nothing here needs one (PostgreSQL's links are completed when it starts).
const ARGUMENTS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

function npmCi(cwd) {
  return new Promise((resolve, reject) => {
    const npm = process.env.npm_execpath;
    const child = npm?.endsWith('.js')
      ? spawn(process.execPath, [npm, ...ARGUMENTS], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawn('npm', ARGUMENTS, {
          cwd,
          stdio: ['ignore', 'ignore', 'inherit'],
          shell: process.platform === 'win32',
        });
    child.once('error', (error) => reject(new UserError(`npm could not be run: ${error.message}`)));
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new UserError(`npm could not install the packages (${signal ?? `exit ${code}`}).`)),
    );
  });
}
