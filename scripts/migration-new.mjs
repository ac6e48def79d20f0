// npm run migration:new -- NAME: a migration from the last one's schema to prisma/schema, to be read and completed by hand
// (policies, grants, checks, partial indexes). --hand makes an empty one.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, UserError } from './lib/log.mjs';
import { MIGRATIONS_FOLDER } from './lib/migrate.mjs';
import { readSchema } from './lib/prisma-schema.mjs';
import { diffSchemas } from './lib/schema-engine.mjs';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from './lib/schema-snapshot.mjs';

const NOTHING = '-- This is an empty migration.\n';

async function newMigration(name, byHand) {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new UserError('Say what it does in snake case: npm run migration:new -- add_task_priority');
  }
  const schema = readSchema();
  const sql = await diffSchemas(existsSync(SNAPSHOT_FILE) ? readSnapshot() : null, schema);
  if (sql === NOTHING && !byHand)
    throw new UserError('prisma/schema is what the migrations lead to. For SQL alone, add --hand.');
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS_FOLDER, `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeSnapshot(schema);
  process.stdout.write(`${join(folder, 'migration.sql')}\n`);
}

const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
await newMigration(name, process.argv.includes('--hand')).catch((error) => {
  explain(error);
  process.exitCode = 1;
});
