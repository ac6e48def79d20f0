// Prints the SQL from the migrated schema to prisma/schema; with --from-empty, the SQL of the whole schema.
import { existsSync } from 'node:fs';
import { readSchema } from './lib/prisma-schema.mjs';
import { diffSchemas } from './lib/schema-engine.mjs';
import { readSnapshot, SNAPSHOT_FILE } from './lib/schema-snapshot.mjs';

const fromEmpty = process.argv.includes('--from-empty') || !existsSync(SNAPSHOT_FILE);
process.stdout.write(await diffSchemas(fromEmpty ? null : readSnapshot(), readSchema()));
