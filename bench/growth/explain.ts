import type { Client } from 'pg';

/** A statement that went to PostgreSQL, and how it was done. */
export interface Plan {
  readonly statement: string;
  /** As EXPLAIN (ANALYZE, BUFFERS) says it. */
  readonly plan: string;
}

/** A sequential scan may be right on what fits into a few pages; past this it reads other agencies' rows. */
export const SMALL_PAGES = 64;

/** Makes PostgreSQL log how it does each statement of connections to come. */
export async function explainEverything(
  db: Client,
  database: string,
  role: string,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    // What foreign keys look up is a statement within a statement.
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_parameter_max_length': '0',
    ...others,
  };
  // The settings of a library are known to a session that has loaded it.
  await db.query(`LOAD 'auto_explain'`);
  for (const [name, value] of Object.entries(settings))
    await db.query(`ALTER ROLE ${role} IN DATABASE "${database}" SET ${name} = '${value}'`);
}

/** An entry of auto_explain, without what PostgreSQL puts before its lines; null where it is none. */
export function planOf(entry: string): Plan | null {
  const lines = entry.split('\n');
  const begins = lines.findIndex((line) => /\(cost=.* rows=/.test(line));
  if (begins < 1) return null;
  const statement = lines.slice(0, begins).join('\n').replace('Query Text: ', '');
  // Jobs look at the database whenever they like.
  return statement.includes('graphile_worker') ? null : { statement, plan: lines.slice(begins).join('\n') };
}

/** Tables of agencies' rows that a plan reads from end to end. */
export async function scannedThrough(db: Client, plans: readonly Plan[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relpages > $1`,
    [SMALL_PAGES],
  );
  const large = new Set(rows.map(({ name }) => name));
  const scanned = plans.flatMap(({ plan }) => [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table = '']) => table));
  return [...new Set(scanned)].filter((table) => large.has(table));
}
