// npm run doctor [-- --quick] [-- --json]: looks at the database, the files and the machine; exits 1 where something is wrong.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { bucketOf } = await import('./lib/bucket.mjs');
  const { dataFolder } = await import('./lib/data-folder.mjs');
  const { existingDatabase } = await import('./lib/database.mjs');
  const { examine, isWell, report } = await import('./lib/doctor/doctor.mjs');
  const { end, endOnSignals, guarded } = await import('./lib/lifetime.mjs');
  endOnSignals();
  await guarded(async () => {
    const asked = process.argv.slice(2);
    const dataDir = dataFolder();
    const { ownerUrl } = await existingDatabase({ dataDir, externalUrl: process.env.DATABASE_URL });
    const findings = await examine({
      dataDir,
      ownerUrl,
      bucket: await bucketOf(process.env),
      quick: asked.includes('--quick'),
    });
    const text = asked.includes('--json') ? JSON.stringify(findings, null, 2) : report(findings);
    process.stdout.write(`${text}\n`);
    await end(isWell(findings) ? 0 : 1);
  });
}
