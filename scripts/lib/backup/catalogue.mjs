// What a database of ours consists of, asked of PostgreSQL itself: a table that a migration adds tomorrow is kept, too.

/** `{ name, columns, isForced }` of every table, parents before their children. */
export async function readTables(client) {
  const { rows } = await client.query(`
    SELECT c.relname::text AS name, c.relrowsecurity AS "isGuarded", c.relforcerowsecurity AS "isForced",
      array(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      array(SELECT DISTINCT p.relname::text FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
        WHERE k.contype = 'f' AND k.conrelid = c.oid AND p.oid <> c.oid) AS parents
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return parentsFirst(rows);
}

function parentsFirst(tables) {
  const sorted = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const free = waiting.filter(({ parents }) => !parents.some((parent) => names.has(parent)));
    if (free.length === 0) throw new Error(`These tables point at each other in a circle: ${[...names].join(', ')}`);
    sorted.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return sorted;
}

/** Ids of all agencies; row-level security lets the system's own rounds list them. */
export async function readAgencies(client) {
  await client.query(`SET LOCAL app.system = 'on'`);
  const { rows } = await client.query('SELECT id FROM agency ORDER BY id');
  await client.query(`SET LOCAL app.system = 'off'`);
  return rows.map(({ id }) => id);
}

/** From here to the end of the transaction the rows of this agency are seen. Ids come from the database itself. */
export const enterAgency = (client, id) => client.query(`SET LOCAL app.agency_id = ${client.escapeLiteral(id)}`);

/** The migrations that a database has, as `{ name, checksum }` in their order. */
export async function readAppliedMigrations(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  );
  return rows;
}
