import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Id } from '@planerka/platform/domain';
import { settingsOf, type FileStore } from '@planerka/platform/server';
import type pg from 'pg';
import yazl from 'yazl';
import { writeOverviewWorkbook } from './agency-workbook';

/** Ours, not theirs: what waits to be dispatched, keys of commands that were sent twice, and how all the rest is found. */
const internal: ReadonlySet<string> = new Set([
  ...['outbox_event', 'idempotency_key'],
  ...['search_document', 'search_text', 'search_posting', 'search_word', 'search_trigram', 'search_pending'],
]);
/** Whoever has the archive must not get into anything by it. */
const secret = /(^|_)(token|pin|secret|password|code|key)_?(hash|s)?$|_hash$|secret/;
const kept: ReadonlySet<string> = new Set(['content_hash', 'sha256', 'storage_key']);
const batch = 500;

interface Column {
  readonly table: string;
  readonly name: string;
}

/** Everything of an agency as it is at one moment, written to `path` piece by piece; resolves to its bytes. */
export async function writeAgencyArchive(
  pool: pg.Pool,
  store: FileStore,
  { agencyId, path, locale }: { readonly agencyId: Id; readonly path: string; readonly locale: string },
): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const setting of settingsOf({ agencyId })) await client.query(setting);
    const zip = new yazl.ZipFile();
    const written = pipeline(zip.outputStream, createWriteStream(unfinished, { mode: 0o600 }));
    written.catch(() => undefined);
    for (const [table, columns] of await tablesOf(client)) await addTable(zip, client, { table, columns, agencyId });
    zip.addBuffer(await writeOverviewWorkbook(client, agencyId, locale), 'planerka.xlsx');
    await addFiles(zip, client, store, agencyId);
    zip.end();
    await written;
    await client.query('COMMIT');
    await rename(unfinished, path);
    await store.keep(path);
    return (await stat(path)).size;
  } catch (problem) {
    broken = problem;
    await rm(unfinished, { force: true });
    throw problem;
  } finally {
    // What broke in the middle of a transaction is not lent out again.
    client.release(broken !== undefined);
  }
}

async function tablesOf(client: pg.PoolClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<Column>(`
    SELECT c.relname AS table, a.attname AS name
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND has_table_privilege(c.oid, 'SELECT')
      AND (c.relname = 'agency' OR EXISTS (
        SELECT FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'agency_id' AND NOT t.attisdropped))
    ORDER BY c.relname, a.attnum`);
  const tables = new Map<string, string[]>();
  for (const { table, name } of rows) {
    if (internal.has(table) || (secret.test(name) && !kept.has(name))) continue;
    tables.set(table, [...(tables.get(table) ?? []), name]);
  }
  return tables;
}

/** A file of one JSON array. Small ones are the rule; large ones are read by a cursor, some hundred rows at a time. */
async function addTable(
  zip: yazl.ZipFile,
  client: pg.PoolClient,
  { table, columns, agencyId }: { readonly table: string; readonly columns: readonly string[]; readonly agencyId: Id },
): Promise<void> {
  const cursor = `export_${table}`;
  const list = columns.map((column) => `"${column}"`).join(', ');
  const owner = table === 'agency' ? 'id' : 'agency_id';
  await client.query(
    `DECLARE "${cursor}" NO SCROLL CURSOR FOR
     SELECT to_jsonb(t)::text AS json FROM (SELECT ${list} FROM "${table}" WHERE ${owner} = '${agencyId}') t`,
  );
  const added = Promise.withResolvers<void>();
  async function* json(): AsyncGenerator<string> {
    try {
      let separator = '[\n';
      for (;;) {
        const { rows } = await client.query<{ json: string }>(`FETCH ${batch} FROM "${cursor}"`);
        if (rows.length === 0) break;
        yield separator + rows.map((row) => row.json).join(',\n');
        separator = ',\n';
      }
      yield separator === '[\n' ? '[]\n' : '\n]\n';
      await client.query(`CLOSE "${cursor}"`);
      added.resolve();
    } catch (problem) {
      added.reject(problem instanceof Error ? problem : new Error(String(problem)));
      throw problem;
    }
  }
  zip.addReadStream(Readable.from(json()), `data/${table}.json`);
  // One after another: they share the connection, and nothing waits in memory for its turn.
  await added.promise;
}

async function addFiles(zip: yazl.ZipFile, client: pg.PoolClient, store: FileStore, agencyId: Id): Promise<void> {
  const { rows } = await client.query<{ id: Id; name: string }>(
    `SELECT id, name FROM file WHERE agency_id = $1 AND state = 'ready' ORDER BY id`,
    [agencyId],
  );
  for (const { id, name } of rows) {
    const path = store.pathOf(agencyId, id);
    // Pictures and videos are packed already.
    if (await store.has(path)) zip.addFile(path, `files/${id}/${safeName(name)}`, { compress: false });
  }
}

/** As any system can unpack it. */
const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+$/, '_') || '_';
