// PostgreSQL refuses to run as root, so root starts it as the user `postgres`; everybody else as themselves.
import { spawnSync } from 'node:child_process';
import { UserError } from './log.mjs';

const ACCOUNT = 'postgres';

const idOf = (flag) => {
  const { status, stdout } = spawnSync('id', [flag, ACCOUNT], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/** `{ uid, gid }` to run PostgreSQL with, or `{}` where the current user will do. */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) createAccount();
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function createAccount() {
  const attempts = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', ACCOUNT]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    if (idOf('-u') !== undefined) return;
  }
  throw new UserError(
    `PostgreSQL does not run as root, and the user \`${ACCOUNT}\` could not be created.\n` +
      'Start Planerka as another user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/** Whether that account may do what `test FLAG PATH` asks, all parent folders included. */
export const accountCan = (account, flag, path) =>
  account.uid === undefined || spawnSync('test', [flag, path], { ...account, cwd: '/' }).status === 0;
