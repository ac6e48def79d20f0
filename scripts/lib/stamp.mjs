// Work that is done again only when what it was made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'generated', 'dist', 'testing', '.DS_Store']);
const isSkipped = (name) => SKIPPED.has(name) || /\.spec\.tsx?$/.test(name);

function* files(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) if (!isSkipped(name)) yield* files(join(path, name));
}

/** A hash of files and folders, given from the project's root; missing ones count as empty. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    for (const file of files(inRoot(path)))
      hash.update(file.slice(inRoot().length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Runs `work` unless it already ran for the same sources and its output is still there; true when it ran. */
export async function once(name, { sources, output }, work) {
  const stamp = inRoot('dist', 'stamps', name);
  const hash = hashOf(['package-lock.json', ...sources]);
  if (existsSync(inRoot(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
