// Playwright against the real product, started on data of its own.
import { rmSync } from 'node:fs';
import { chromium } from './chromium.mjs';
import { dataFolder } from './data-folder.mjs';
import { inRoot } from './paths.mjs';
import { freePort } from './port.mjs';
import { startProduct } from './product.mjs';
import { runForeground } from './process.mjs';

/** Resolves to Playwright's exit code. `report` is a file for its results as JSON. */
export async function runJourneys({ args = [], report, env = {} } = {}) {
  const dataDir = dataFolder('var/journeys');
  rmSync(dataDir, { recursive: true, force: true });
  const browser = await chromium();
  // Journeys register agencies one after another.
  process.env.REGISTRATION ??= 'open';
  // A provider of sign-in, which the journey about it starts there.
  process.env.OIDC_ISSUER ??= `http://127.0.0.1:${await freePort()}`;
  process.env.OIDC_CLIENT_ID ??= 'planerka';
  process.env.OIDC_CLIENT_SECRET ??= 'a-secret-of-the-journeys';
  process.env.OIDC_NAME ??= 'Маяк ID';
  const { address } = await startProduct({ dataDir: dataFolder('var/journeys') });
  return runForeground(
    process.execPath,
    [
      inRoot('node_modules/@playwright/test/cli.js'),
      'test',
      '--config=e2e/playwright.config.ts',
      '--pass-with-no-tests',
      `--reporter=${report ? 'list,json' : 'list'}`,
      ...args,
    ],
    {
      env: {
        ...process.env,
        BASE_URL: address,
        ...(browser ? { CHROMIUM: browser } : {}),
        ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
        ...env,
      },
    },
  );
}
