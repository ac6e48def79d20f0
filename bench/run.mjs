// npm run bench [-- reads …]: measures what it is told, or all there is, and writes bench/results.
import { bootstrap } from '../scripts/lib/bootstrap.mjs';

const BENCHES = {
  reads: () => import('./reads/reads.ts'),
  writes: () => import('./writes/writes.ts'),
  live: () => import('./live/live.ts'),
};

if (await bootstrap(import.meta.url)) {
  const { end, endOnSignals, guarded } = await import('../scripts/lib/lifetime.mjs');
  const { UserError } = await import('../scripts/lib/log.mjs');
  const { openWorkshop } = await import('./workshop.mjs');
  endOnSignals();
  await guarded(async () => {
    const asked = process.argv.slice(2);
    const unknown = asked.find((name) => !Object.hasOwn(BENCHES, name));
    if (unknown) throw new UserError(`There is no bench "${unknown}"; there are: ${Object.keys(BENCHES).join(', ')}.`);
    const workshop = await openWorkshop();
    for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
      const { run } = await BENCHES[name]();
      await run(workshop);
    }
    await end(0);
  });
}
