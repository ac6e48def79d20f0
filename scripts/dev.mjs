// npm run dev: the product with pages that reload and a server that restarts as the code changes.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { develop } = await import('./lib/dev.mjs');
  await develop();
}
