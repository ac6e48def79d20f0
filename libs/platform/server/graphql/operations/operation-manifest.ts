import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** By id, as the web build writes it: tools/operations. */
export type OperationManifest = ReadonlyMap<string, { readonly name: string; readonly text: string }>;

const schema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.object({ name: z.string(), text: z.string() }));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Builds whose pages may still be open somewhere. */
const keptBuilds = 5;

/** `operations.json` beside the pages; nothing where there is none, as in development. */
export function readManifest(webRoot: string): OperationManifest {
  const file = fileOf(webRoot);
  const json = textOf(file);
  return json === undefined ? new Map() : parseManifest(json, file);
}

/**
 * What builds before this one asked, for pages that are still open: each build that is served leaves its manifest in the data
 * folder, and the last few are kept there. A damaged one is forgotten.
 */
export function readEarlierManifests(webRoot: string, dataDir: string): readonly OperationManifest[] {
  const json = textOf(fileOf(webRoot));
  if (json === undefined) return [];
  const folder = join(dataDir, 'operations');
  const own = `${sha256(json).slice(0, 16)}.json`;
  mkdirSync(folder, { recursive: true });
  // Another node of the same build may do the same at the same moment.
  const unfinished = join(folder, `${own}.${process.pid}`);
  writeFileSync(unfinished, json);
  renameSync(unfinished, join(folder, own));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== own);
  const newestFirst = files
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);
  for (const { path } of newestFirst.slice(keptBuilds)) rmSync(path, { force: true });
  return newestFirst.slice(0, keptBuilds).flatMap(({ path }) => {
    try {
      return [parseManifest(textOf(path) ?? '', path)];
    } catch {
      rmSync(path, { force: true });
      return [];
    }
  });
}

const fileOf = (webRoot: string): string => join(webRoot, 'operations.json');

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}

function parseManifest(json: string, file: string): OperationManifest {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw damaged(file, 'it is no JSON');
  }
  const parsed = schema.safeParse(read);
  if (!parsed.success)
    throw damaged(file, `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  const manifest = new Map(Object.entries(parsed.data));
  for (const [id, { name, text }] of manifest) {
    if (sha256(text) !== id) throw damaged(file, `the id of ${name} is not the SHA-256 of its text`);
  }
  return manifest;
}

const damaged = (file: string, why: string): Error =>
  new Error(`${file} is not what the web build writes (${why}). Build it anew: npm run build.`);
