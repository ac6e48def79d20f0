// Installs the packages when they are missing or are not those of package-lock.json.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withFileLock } from './file-lock.mjs';
import { step, UserError } from './log.mjs';
import { inRoot, ROOT } from './paths.mjs';

const LOCK = inRoot('package-lock.json');
const STAMP = inRoot('node_modules', '.planerka-install');

const hashOfLock = () =>
  createHash('sha256').update(readFileSync(LOCK)).update(`${process.platform} ${process.arch}`).digest('hex');

const isCurrent = (wanted) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;

export async function install() {
  const wanted = hashOfLock();
  if (isCurrent(wanted)) return;
  await withFileLock(
    inRoot('var', 'install.lock'),
    'Another start is installing packages: waiting for it',
    async () => {
      if (isCurrent(wanted)) return;
      if (!isInstalled()) await installPackages();
      writeFileSync(STAMP, wanted);
    },
  );
}

async function installPackages() {
  step('Installing packages: a minute or two, once');
  const stillBusy = setInterval(() => step('… still installing'), 20_000);
  try {
    await npmCi();
  } finally {
    clearInterval(stillBusy);
  }
}

/** True where somebody has run `npm install` by hand: npm notes what it put there when it is done. */
function isInstalled() {
  const notes = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(notes)) return false;
  const { packages: present } = JSON.parse(readFileSync(notes, 'utf8'));
  const { packages: locked } = JSON.parse(readFileSync(LOCK, 'utf8'));
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

function npmCi() {
  return new Promise((resolve, reject) => {
    const npm = process.env.npm_execpath;
    const child = npm?.endsWith('.js')
      ? spawn(process.execPath, [npm, ...ARGUMENTS], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawn('npm', ARGUMENTS, {
          cwd: ROOT,
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
