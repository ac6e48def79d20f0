// The two bundles that are served: dist/api and dist/web.
import { withFileLock } from './file-lock.mjs';
import { generatePrisma } from './generate.mjs';
import { step } from './log.mjs';
import { librariesOf } from './libraries.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './process.mjs';
import { once } from './stamp.mjs';

const vite = (config) =>
  runQuietly(
    process.execPath,
    [inRoot('node_modules/vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'warn'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );

export const API_SOURCES = () => [
  'tsconfig.base.json',
  'tsconfig.server.json',
  'apps/api',
  'prisma/schema',
  'prisma/seed',
  ...librariesOf('domain', 'server'),
];

export const buildApi = () =>
  once('api', { sources: API_SOURCES(), output: 'dist/api/main.js' }, () => {
    step('Building the server');
    return vite('apps/api/vite.config.ts');
  });

export const buildWeb = () =>
  once(
    'web',
    {
      sources: ['tsconfig.base.json', 'tsconfig.web.json', 'apps/web', ...librariesOf('domain', 'web')],
      output: 'dist/web/index.html',
    },
    () => {
      step('Building the pages');
      return vite('apps/web/vite.config.ts');
    },
  );

/**
 * Both bundles and what they are built from, up to date; of two starts at once the second waits for the first. `onApi` is
 * called when the server's is: loading the demo needs no pages.
 */
export const prepareCode = ({ onApi = () => {} } = {}) =>
  withFileLock(inRoot('dist', 'build.lock'), 'Another start is building: waiting for it', async () => {
    await generatePrisma();
    await Promise.all([buildApi().then(onApi), buildWeb()]);
  });
