// npm run test:e2e [-- Playwright's arguments]; with --screenshots, the pictures of every screen instead.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { end, endOnSignals, guarded } = await import('./lib/lifetime.mjs');
  const { runJourneys } = await import('./lib/journeys.mjs');
  const args = process.argv.slice(2);
  const pictures = args.includes('--screenshots');
  endOnSignals();
  await guarded(async () => {
    const code = await runJourneys({
      args: args.filter((argument) => argument !== '--screenshots'),
      env: pictures ? { SCREENSHOTS: '1' } : {},
    });
    await end(code);
  });
}
