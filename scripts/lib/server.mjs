// The API process: started, waited for, stopped.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from './log.mjs';
import { inRoot, ROOT } from './paths.mjs';

// A machine with other work starts it in minutes; a server that ends is not waited for.
const READY_SECONDS = 180;
const STOP_SECONDS = 15;
// Left alone, V8 lets the space for young objects grow to 128 MB while the server starts, and never gives it back.
const MEMORY = ['--max-semi-space-size=8'];
const LOG_LIMIT = 50 * 1024 * 1024;

/** What apps/api reads from the environment; its PORT comes to it last. */
export const serverEnvironment = ({ dataDir, secrets, database }) => ({
  DATA_DIR: dataDir,
  DATABASE_URL: database.appUrl,
  DATABASE_DIRECT_URL: database.directUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  SECRET: process.env.SECRET ?? secrets.secret,
  WEB_ROOT: inRoot('dist', 'web'),
});

/** Starts dist/api/main.js, its log going to DATA_DIR/server.log; resolves to `{ pid, exited, stop }` once it listens. */
export async function startServer(environment, { log = logFile(environment.DATA_DIR) } = {}) {
  const output = log ? openSync(log, 'a') : 'inherit';
  const child = spawn(
    process.execPath,
    [
      ...MEMORY,
      // Read for every line that might be asked for, they cost nine megabytes: the bundle is not minified, its lines will do.
      ...(environment.NODE_ENV === 'development' ? ['--enable-source-maps'] : []),
      '--import',
      new URL('end-with-parent.mjs', import.meta.url).href,
      inRoot('dist', 'api', 'main.js'),
    ],
    {
      cwd: ROOT,
      // Without NODE_COMPILE_CACHE: a third of a second less at the start for 20 MB that stay in memory.
      env: {
        NODE_ENV: 'production',
        ...process.env,
        ...environment,
      },
      // A group of its own: Ctrl-C reaches us, and we stop the server before the database.
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  if (log) closeSync(output);
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)));
  const stop = () => stopChild(child, exited);
  const failure = await untilListening(child, exited);
  if (failure === undefined) return { pid: child.pid, exited, stop };
  await stop();
  throw new UserError(`The server did not start (${failure}).${log ? ` Its log, ${log}, ends:\n${tail(log)}` : ''}`);
}

/** Resolves to why it is not listening, or to nothing when it is: the server itself says so over the channel. */
function untilListening(child, exited) {
  const listening = new Promise((resolve) => {
    child.on('message', (message) => message.type === 'listening' && resolve(undefined));
  });
  const late = sleep(READY_SECONDS * 1000, `no answer in ${READY_SECONDS} s`, { ref: false });
  return Promise.race([listening, exited, late]);
}

async function stopChild(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  if ((await Promise.race([exited, sleep(STOP_SECONDS * 1000, 'late', { ref: false })])) === 'late') {
    child.kill('SIGKILL');
    await exited;
  }
}

function logFile(dataDir) {
  const file = join(dataDir, 'server.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.old`);
  return file;
}

const tail = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
