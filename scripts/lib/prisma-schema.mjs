import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

export const SCHEMA_FOLDER = inRoot('prisma', 'schema');

/** The schema's files, sorted, as `{ path, content }`. */
export function readSchema(folder = SCHEMA_FOLDER) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}
