// Files that are made from others and committed, because people and tools read them without building.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApi } from './build.mjs';
import { UserError } from './log.mjs';
import { inRoot } from './paths.mjs';
import { readSchema } from './prisma-schema.mjs';
import { runQuietly } from './process.mjs';
import { diffSchemas } from './schema-engine.mjs';
import { readSnapshot } from './schema-snapshot.mjs';

const GRAPHQL_SCHEMA = inRoot('apps', 'api', 'schema.graphql');
const FACTS = inRoot('libs', 'platform', 'web', 'graphql', 'generate-schema-facts.mjs');

const printSchema = (file) => runQuietly(process.execPath, [inRoot('dist', 'api', 'print-schema.js'), file]);
const schemaFacts = (...args) => runQuietly(process.execPath, [FACTS, ...args]);

export async function writeCommitted() {
  await buildApi();
  await printSchema(GRAPHQL_SCHEMA);
  await schemaFacts();
}

/** Fails with the command that mends it when a committed file is not what the code makes. */
export async function checkCommitted() {
  await checkGraphqlSchema();
  await schemaFacts('--check').catch(() => outdated('libs/platform/web/graphql/schema-facts.ts', 'schema:print'));
  const missing = await diffSchemas(readSnapshot(), readSchema());
  if (missing.includes(';'))
    throw new UserError(`prisma/schema has no migration for:\n${missing}\nRun npm run migration:new -- NAME.`);
}

async function checkGraphqlSchema() {
  await buildApi();
  const folder = mkdtempSync(join(tmpdir(), 'planerka-schema-'));
  try {
    const printed = join(folder, 'schema.graphql');
    await printSchema(printed);
    if (readFileSync(printed, 'utf8') !== readFileSync(GRAPHQL_SCHEMA, 'utf8'))
      outdated('apps/api/schema.graphql', 'schema:print');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outdated(file, script) {
  throw new UserError(`${file} is not what the code makes. Run npm run ${script} and commit it.`);
}
