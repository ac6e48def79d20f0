// npm run bench [-- reads …]: measures what it is told, or all there is, and writes bench/results.
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

const BENCHES = {
  reads: () => import('./reads/reads.ts'),
  writes: () => import('./writes/writes.ts'),
  growth: () => import('./growth/growth.ts'),
  search: () => import('./search/search.ts'),
  live: () => import('./live/live.ts'),
  start: () => import('./start/start.ts'),
  web: () => import('./web/web.ts'),
};
/** They bring up the product by themselves, as whoever clones it does. */
const ALONE = ['start'];

if (await bootstrap(import.meta.url)) {
  const { end, endOnSignals, guarded, onEnd } = await import('../scripts/lib/lifetime.mjs');
  const { step, UserError } = await import('../scripts/lib/log.mjs');
  const { freePort } = await import('../scripts/lib/port.mjs');
  const { openWorkshop } = await import('./workshop.mjs');
  endOnSignals();
  await guarded(async () => {
    const asked = process.argv.slice(2);
    const unknown = asked.find((name) => !Object.hasOwn(BENCHES, name));
    if (unknown) throw new UserError(`There is no bench "${unknown}"; there are: ${Object.keys(BENCHES).join(', ')}.`);
    let workshop;
    for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
      const { run } = await BENCHES[name]();
      await run(ALONE.includes(name) ? { say: step, freePort, onEnd } : (workshop ??= await openWorkshop()));
    }
    await end(0);
  });
}
