// What the committed migrations lead to: one file beside them, written together with each migration.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

export const SNAPSHOT_FILE = inRoot('prisma', 'migrations', 'schema.snapshot');

export const readSnapshot = () => [{ path: 'schema.snapshot', content: readFileSync(SNAPSHOT_FILE, 'utf8') }];

export function writeSnapshot(schema) {
  writeFileSync(SNAPSHOT_FILE, schema.map(({ content }) => content.trim()).join('\n\n') + '\n');
}
