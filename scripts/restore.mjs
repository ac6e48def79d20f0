// npm run restore -- FILE [--force]: a backup into an empty DATA_DIR (and DATABASE_URL's database), or in place of what is there.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { resolve } = await import('node:path');
  const { restore } = await import('./lib/backup/restore.mjs');
  const { dataFolder } = await import('./lib/data-folder.mjs');
  const { external } = await import('./lib/database.mjs');
  const { end, endOnSignals, guarded } = await import('./lib/lifetime.mjs');
  const { step, UserError } = await import('./lib/log.mjs');
  endOnSignals();
  await guarded(async () => {
    const [file, ...others] = process.argv.slice(2).filter((word) => word !== '--force');
    if (file === undefined || others.length > 0) throw new UserError('Say which: npm run restore -- FILE [--force]');
    const { manifest, kept } = await restore({
      file: resolve(process.env.INIT_CWD ?? '.', file),
      dataDir: dataFolder(),
      external: process.env.DATABASE_URL ? external(process.env.DATABASE_URL) : undefined,
      force: process.argv.includes('--force'),
    });
    step(`Restored: ${manifest.agencies} agencies and ${manifest.files} files as of ${manifest.createdAt}`);
    if (kept) step(`What was there before is in ${kept}`);
    await end(0);
  });
}
