// npm test [-- NAMES]: every check there is, or those that are named, from a bare clone on.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { test } = await import('./lib/test.mjs');
  await test(process.argv.slice(2));
}
