import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** By id, as the web build writes it: tools/operations. */
export type OperationManifest = ReadonlyMap<string, { readonly name: string; readonly text: string }>;

const schema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.object({ name: z.string(), text: z.string() }));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `operations.json` beside the pages; nothing where there is none, as in development. */
export function readManifest(webRoot: string): OperationManifest {
  const file = join(webRoot, 'operations.json');
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw problem;
  }
  return parseManifest(json, file);
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
