import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../log.mjs';
import { inRoot } from '../paths.mjs';
import { createArchive } from './archive.mjs';
import { dumpDatabase } from './dump.mjs';

export const FORMAT = 1;

/** Beside the database: what opens it, and what the demo says at the start. */
export const KEPT_FILES = ['secrets.json', 'demo-logins.json'];

/**
 * Writes one archive with the database and the files of `dataDir`; resolves to `{ file, manifest }`. The product may run meanwhile:
 * the database is taken as it is at one moment, and the files that its rows name are there before their rows say so.
 */
export async function backUp({ dataDir, ownerUrl, file, bucket = null, at = new Date() }) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) throw new UserError(`There is already a file ${file}.`);
  // Under its own name only when it is whole.
  const unfinished = `${file}.${process.pid}.unfinished`;
  const archive = createArchive(unfinished);
  try {
    const database = await dumpDatabase(ownerUrl, archive);
    for (const name of KEPT_FILES) {
      const path = join(dataDir, name);
      if (existsSync(path)) await archive.add(name, readFileSync(path));
    }
    const files = await addFiles(archive, dataDir, bucket);
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const manifest = { product: 'planerka', format: FORMAT, version, createdAt: at.toISOString(), ...database, files };
    await archive.finish(manifest);
    renameSync(unfinished, file);
    return { file, manifest };
  } catch (error) {
    await archive.abandon(error);
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Of the disk, and of the bucket what the disk has not: after a restore they are the disk's until the next start brings them in. */
async function addFiles(archive, dataDir, bucket) {
  const added = await addFilesOfDisk(archive, dataDir);
  for (const [key, size] of (await bucket?.list('files')) ?? []) {
    if (added.has(key)) continue;
    await archive.addStream(key, await bucket.read(key), size);
    added.add(key);
  }
  return added.size;
}

async function addFilesOfDisk(archive, dataDir) {
  const folder = join(dataDir, 'files');
  const added = new Set();
  for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true }).sort() : []) {
    const path = join(folder, name);
    // Erased since it was listed, with the agency that it belonged to.
    const facts = statSync(path, { throwIfNoEntry: false });
    if (!facts?.isFile()) continue;
    const key = `files/${name.replaceAll('\\', '/')}`;
    await archive.addFile(key, path, facts.size);
    added.add(key);
  }
  return added;
}

/** Where the archive goes: DATA_DIR/backups, a folder, or a file that is named. */
export function backupFile(dataDir, asked, at = new Date()) {
  const name = `planerka-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.tar.gz`;
  if (asked === undefined) return join(dataDir, 'backups', name);
  const path = isAbsolute(asked) ? asked : resolve(process.env.INIT_CWD ?? '.', asked);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? extname(path) === '';
  return isFolder ? join(path, name) : path;
}
