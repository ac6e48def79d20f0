// npm run chaos [-- --rounds=20] [-- --seed=7]: kills the server and PostgreSQL while people work, and compares.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { chaos } = await import('./lib/chaos/chaos.mjs');
  const { end, endOnSignals, guarded } = await import('./lib/lifetime.mjs');
  const { step } = await import('./lib/log.mjs');
  endOnSignals();
  await guarded(async () => {
    const { parseArgs } = await import('node:util');
    const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
    const [rounds, seed] = [Number(values.rounds ?? 20), Number(values.seed ?? Date.now() % 1_000_000)];
    step(`${rounds} rounds; --seed=${seed} does the same again`);
    const kept = await chaos({ rounds, seed });
    step(`${kept} acknowledged commands are all there`);
    await end(0);
  });
}
