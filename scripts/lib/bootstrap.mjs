// The first steps of every command: a Node that can install, the packages, the Node that comes with them.
// Nothing here may import a package: there may be none yet.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { explain } from './log.mjs';
import { requireNode, lockedNode } from './node-version.mjs';

const INSIDE = 'PLANERKA_BOOTSTRAPPED';

/**
 * True in the process that should go on with the command. Otherwise this process installs, runs the script again on the
 * locked Node, and ends as that one ends.
 */
export async function bootstrap(scriptUrl) {
  if (process.env[INSIDE]) {
    delete process.env[INSIDE];
    return true;
  }
  try {
    requireNode();
    await install();
    process.exitCode = await relaunch(lockedNode(), fileURLToPath(scriptUrl));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
  return false;
}

function relaunch(node, script) {
  return new Promise((resolve, reject) => {
    // The channel tells the inner process when this one is gone, even by kill -9.
    const child = spawn(node, [script, ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [INSIDE]: '1' },
    });
    // Ctrl-C reaches both; the inner one cleans up, and this one waits for it.
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    endWithNpm(child);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

// npm hands SIGTERM to the shell between us and dies with it: all we see is that our parent is another one.
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
