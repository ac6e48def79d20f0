import type pg from 'pg';
import { asAdmin } from './as-admin';
import { testDatabase } from './test-database';

/** The name of one more database of this worker's; it goes away with the run. */
export async function besideTestDatabase(
  suffix: string,
): Promise<{ readonly name: string; readonly adminUrl: string }> {
  const { adminUrl } = await testDatabase();
  const url = new URL(adminUrl);
  const name = `${url.pathname.slice(1)}_${suffix}`;
  url.pathname = `/${name}`;
  return { name, adminUrl: url.href };
}

/** What other specs of this worker left behind, agencies whose files were never written among it, goes. */
export async function eraseEveryAgency(): Promise<void> {
  const { adminUrl } = await testDatabase();
  await asAdmin(adminUrl, async (client) => {
    await client.query(`UPDATE agency SET deletion_due_at = '2000-01-01'`);
    await client.query('SELECT erase_agency(id, now()) FROM agency');
  });
}

/** Every row of every table as text, by table: two databases are the same where these are. */
export const everyRow = (adminUrl: string): Promise<Readonly<Record<string, readonly string[]>>> =>
  asAdmin(adminUrl, async (client) => {
    const all: Record<string, readonly string[]> = {};
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });

/** Tables, columns, rules, policies, indexes, triggers and rights, as sorted lines. */
export const wholeSchema = (adminUrl: string): Promise<readonly string[]> =>
  asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      SELECT format('%s %s %s %s', c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl) AS line
        FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
      UNION ALL SELECT format('%s.%s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod))
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
      UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT format('%s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies WHERE schemaname = 'public'
      UNION ALL SELECT format('%s %s %s', tgrelid::regclass, pg_get_triggerdef(oid), tgenabled)
        FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT format('%s %s', typname, array(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder))
        FROM pg_type t WHERE typnamespace = 'public'::regnamespace
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
      ORDER BY 1`);
    return rows.map(({ line }) => line);
  });

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
     AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
