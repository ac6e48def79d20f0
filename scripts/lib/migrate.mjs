// Applies prisma/migrations the way `prisma migrate deploy` does, in the same table and with the same checksums, so that
// either can go on where the other stopped. Prisma's engine is a binary that cannot be downloaded on every machine.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { installJobs } from './jobs-schema.mjs';
import { inRoot } from './paths.mjs';

export const MIGRATIONS_FOLDER = inRoot('prisma', 'migrations');
const PRISMA_ADVISORY_LOCK = 72707369;

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** The committed migrations in their order, as `{ name, sql, checksum }`. */
export function readMigrations(folder = MIGRATIONS_FOLDER) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Brings a database up to the committed migrations, each in one transaction; resolves to the names it applied. */
export async function migrate(ownerUrl, { migrations = readMigrations(), onApply = () => {} } = {}) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two servers starting at once: the second waits, then finds nothing left to do.
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) {
      onApply(migration.name);
      await apply(client, migration);
    }
    await installJobs(client, ownerUrl);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function pendingMigrations(client, migrations) {
  const { rows: tables } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS found`);
  if (tables[0].found === null) await client.query(MIGRATIONS_TABLE);
  const { rows: recorded } = await client.query(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const failed = recorded.find((row) => row.finished_at === null);
  if (failed) {
    throw new Error(`The migration ${failed.migration_name} failed here before: see \`prisma migrate resolve\`.`);
  }
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum } of recorded) {
    if (!known.has(name)) {
      throw new Error(
        `This database is ahead: it has the migration ${name}, which this version of Planerka does not know.`,
      );
    }
    if (known.get(name).checksum !== checksum) {
      throw new Error(`The migration ${name} was changed after it had been applied to this database.`);
    }
  }
  const applied = new Set(recorded.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN');
  try {
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())',
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1
       WHERE migration_name = $1 AND rolled_back_at IS NULL`,
      [name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${name} failed and left nothing behind: ${error.message}${lineOf(sql, error)}`, {
      cause: error,
    });
  }
}

const lineOf = (sql, { position }) => (position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '');
