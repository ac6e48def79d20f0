import type { Client } from 'pg';

/** What of a table's rows a copy gets: of what weighs most only a part. */
const PART: Readonly<Record<string, string>> = {
  criterion: 'position = 0',
  comment: 'resolved_at IS NULL',
  audit_entry: 'get_byte(uuid_send(id), 15) < 64',
  outbox_event: 'false',
};
/** What a column of a copy holds instead of the original's. */
const INSTEAD: Readonly<Record<string, string>> = {
  'member.user_id': 'md5(copy.id::text || user_id)::uuid',
  'deliverable.data': `'{}'::jsonb`,
};
const AT_ONCE = 50;

/**
 * Lays down that many agencies like this one, every table of it, in sets: keys begin with the agency, so all else may stay as it
 * is. Done as administrator, past row-level security and without looking up what foreign keys would, since the original's
 * hold. Indexes are made anew at the end, which is quicker than keeping them.
 */
export async function copyAgency(db: Client, agencyId: string, copies: number): Promise<void> {
  await db.query(
    `SET session_replication_role = 'replica'; SET synchronous_commit = 'off'; SET maintenance_work_mem = '512MB'`,
  );
  const tables = await tenantTables(db);
  const indexes = await droppableIndexes(db);
  for (const { name } of indexes) await db.query(`DROP INDEX "${name}"`);
  for (let made = 0; made < copies; made += AT_ONCE) {
    const ids = await copiedAgencies(db, agencyId, Math.min(AT_ONCE, copies - made));
    for (const { table, columns } of tables) {
      const values = columns.map((column) => valueOf(table, column));
      await db.query(
        `INSERT INTO "${table}" (agency_id, ${columns.map((column) => `"${column}"`).join(', ')})
          SELECT copy.id, ${values.join(', ')} FROM unnest($2::uuid[]) AS copy (id), "${table}" original
          WHERE original.agency_id = $1 AND ${PART[table]?.replaceAll(/\b(id|position|resolved_at)\b/g, 'original.$1') ?? 'true'}`,
        [agencyId, ids],
      );
    }
  }
  for (const { definition } of indexes) await db.query(definition);
  await db.query(`SET session_replication_role = 'origin'`);
  await db.query('VACUUM (ANALYZE)');
}

function valueOf(table: string, column: string): string {
  // One token opens one link of one agency.
  if (column === 'token_hash') return `sha256(original.token_hash || uuid_send(copy.id))`;
  return INSTEAD[`${table}.${column}`] ?? `original."${column}"`;
}

async function copiedAgencies(db: Client, agencyId: string, count: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO agency (id, name, margin_goal)
      SELECT uuidv7(), 'Соседи', margin_goal FROM agency, generate_series(1, $2::int) WHERE agency.id = $1 RETURNING id`,
    [agencyId, count],
  );
  const ids = rows.map(({ id }) => id);
  await db.query(
    `INSERT INTO app_user (id, name, email)
      SELECT md5(copy.id::text || m.user_id)::uuid, m.name, copy.id || m.email FROM unnest($2::uuid[]) AS copy (id), member m
      WHERE m.agency_id = $1`,
    [agencyId, ids],
  );
  return ids;
}

async function tenantTables(
  db: Client,
): Promise<readonly { readonly table: string; readonly columns: readonly string[] }[]> {
  const { rows } = await db.query<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text ORDER BY ordinal_position) FILTER (WHERE column_name <> 'agency_id') AS columns
      FROM information_schema.columns WHERE table_schema = 'public'
      GROUP BY table_name HAVING bool_or(column_name = 'agency_id') ORDER BY table_name`,
  );
  return rows;
}

/** Those that no constraint stands on. */
async function droppableIndexes(
  db: Client,
): Promise<readonly { readonly name: string; readonly definition: string }[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('app_user', 'session', 'agency')
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
  );
  return rows;
}
