// Prisma's schema engine as WebAssembly: its native binary cannot be downloaded on every machine.
import { readFile } from 'node:fs/promises';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const NO_FILTERS = { externalTables: [], externalEnums: [] };

// Comparing two schemas touches no database, but the engine still asks which server it talks to.
const offlineConnection = {
  provider: 'postgres',
  adapterName: 'offline',
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.0', 180000]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error('There is no database behind a schema comparison')),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
};

const offlineAdapter = {
  provider: 'postgres',
  adapterName: 'offline',
  connect: async () => offlineConnection,
  connectToShadowDb: async () => offlineConnection,
};

async function instantiate() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

// The glue keeps views of one memory in module scope: a second instance would read the first one's.
let engineClass;

/** The SQL that turns one schema into the other; `from` null is an empty database. Files are `{ path, content }`. */
export async function diffSchemas(from, to) {
  const SchemaEngine = await (engineClass ??= instantiate());
  const adapter = bindMigrationAwareSqlAdapterFactory(offlineAdapter);
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  const { stdout } = await engine.diff({
    from: from ? { tag: 'schemaDatamodel', files: from } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: to },
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return stdout ?? '';
}
