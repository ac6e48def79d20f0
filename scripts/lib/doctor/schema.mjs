import { readMigrations } from '../migrate.mjs';
import { APP_ROLE } from '../roles.mjs';

export async function checkMigrations({ client }) {
  const known = readMigrations();
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  const problems = [];
  for (const { name, checksum } of known) {
    const row = applied.get(name);
    if (!row) problems.push(`The migration ${name} waits: the next start applies it.`);
    else if (row.finished_at === null) problems.push(`The migration ${name} did not finish.`);
    else if (row.checksum !== checksum) problems.push(`The migration ${name} is not the one that was applied.`);
    applied.delete(name);
  }
  for (const name of applied.keys())
    problems.push(`The database has the migration ${name}, which this version of Planerka does not know.`);
  return { problems, found: `${known.length} migrations` };
}

export async function checkTenancy({ client }) {
  const { rows: tables } = await client.query(`
    SELECT c.relname::text AS name, c.relrowsecurity AND c.relforcerowsecurity AS guarded,
      EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS ruled
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND (c.relname = 'agency' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'agency_id'))
    ORDER BY 1`);
  const problems = tables
    .filter(({ guarded, ruled }) => !guarded || !ruled)
    .map(({ name }) => `Row-level security is not forced on ${name}.`);
  const { rows: roles } = await client.query(
    `SELECT rolsuper OR rolbypassrls AS powerful, EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns
     FROM pg_roles r WHERE rolname = $1`,
    [APP_ROLE],
  );
  if (roles.length === 0) problems.push(`There is no role ${APP_ROLE}.`);
  else if (roles[0].powerful) problems.push(`The role ${APP_ROLE} may step around row-level security.`);
  else if (roles[0].owns) problems.push(`The role ${APP_ROLE} owns tables, and could change their rules.`);
  return { problems, found: `${tables.length} tables of agencies` };
}

export async function checkConstraints({ client }) {
  const { rows } = await client.query(`
    SELECT format('The rule %s of %s was never checked on old rows.', conname, conrelid::regclass) AS problem
    FROM pg_constraint WHERE NOT convalidated AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('The index %s is broken and must be built anew (REINDEX).', indexrelid::regclass)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE NOT i.indisvalid AND c.relnamespace = 'public'::regnamespace`);
  return { problems: rows.map(({ problem }) => problem), found: '' };
}
