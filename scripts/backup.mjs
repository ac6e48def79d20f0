// npm run backup [-- FOLDER or FILE]: the database, the files and the secrets in one archive, while Planerka runs or is stopped.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { backUp, backupFile } = await import('./lib/backup/backup.mjs');
  const { bucketOf } = await import('./lib/bucket.mjs');
  const { dataFolder } = await import('./lib/data-folder.mjs');
  const { existingDatabase } = await import('./lib/database.mjs');
  const { end, endOnSignals, guarded } = await import('./lib/lifetime.mjs');
  const { step } = await import('./lib/log.mjs');
  endOnSignals();
  await guarded(async () => {
    const dataDir = dataFolder();
    const file = backupFile(dataDir, process.argv[2]);
    const { ownerUrl } = await existingDatabase({ dataDir, externalUrl: process.env.DATABASE_URL });
    step('Backing up');
    const { manifest } = await backUp({ dataDir, ownerUrl, file, bucket: await bucketOf(process.env) });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    step(`Backed up: ${manifest.agencies} agencies, ${rows} rows, ${manifest.files} files`);
    process.stdout.write(`${file}\n`);
    await end(0);
  });
}
