// npm start: from whatever state this folder is in to a served Planerka. Runs on bare Node, with nothing installed.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { start } = await import('./lib/start.mjs');
  await start();
}
