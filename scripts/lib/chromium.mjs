// A Chromium for the journeys: the installed one, else the system's package, else Playwright's own download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './process.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = () => [process.env.CHROMIUM, ...INSTALLED].find((path) => path && existsSync(path));

/** The path of the browser, or undefined where Playwright brought its own. */
export async function chromium() {
  const path = found();
  if (path) return path;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    step('Installing Chromium for the journeys');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update'], { env }).catch(() => {});
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env }).catch(() => {});
    if (found()) return found();
  }
  step('Downloading Chromium for the journeys');
  await runQuietly(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  return undefined;
}
