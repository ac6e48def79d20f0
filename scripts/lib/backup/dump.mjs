// A database into an archive, by COPY over an ordinary connection: no pg_dump need be on the machine, and row-level security,
// which is forced on the owner too, is gone through as everybody goes through it, one agency after another.
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '../roles.mjs';
import { enterAgency, readAgencies, readAppliedMigrations, readTables } from './catalogue.mjs';
import { rowEnds, rowPieces } from './row-pieces.mjs';

/** Adds the database as it is at one moment, whatever happens meanwhile; resolves to its part of the manifest. */
export const dumpDatabase = (ownerUrl, archive) =>
  withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: server } = await client.query('SHOW server_version');
    const migrations = await readAppliedMigrations(client);
    const agencies = await readAgencies(client);
    const tables = [];
    for (const table of await readTables(client)) tables.push(await dumpTable(client, archive, table, agencies));
    await dumpJobs(client, archive);
    const { rows: sequences } = await client.query(
      `SELECT sequencename::text AS name, last_value::text AS value FROM pg_sequences
       WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
    );
    await client.query('COMMIT');
    return { postgres: server[0].server_version, migrations, agencies: agencies.length, tables, sequences };
  });

async function dumpTable(client, archive, { name, columns, isGuarded }, agencies) {
  const pieces = rowPieces((piece, count) =>
    archive.add(`database/${name}/${String(count).padStart(6, '0')}.copy`, piece),
  );
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const copy = `COPY (SELECT ${list} FROM ${client.escapeIdentifier(name)}) TO STDOUT`;
  let rows = 0;
  const add = async () => {
    for await (const bytes of client.query(copyTo(copy))) {
      rows += rowEnds(bytes);
      await pieces.take(bytes);
    }
  };
  if (!isGuarded) await add();
  else
    for (const agency of agencies) {
      await enterAgency(client, agency);
      await add();
    }
  await pieces.end();
  return { name, columns, rows };
}

/** What waits to be done, as graphile-worker takes it in, whatever its version's tables look like. Its rounds come by themselves. */
async function dumpJobs(client, archive) {
  const { rows } = await client.query(
    `SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
     FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE NOT j.payload::jsonb ? '_cron' ORDER BY j.id`,
  );
  await archive.add('jobs.json', Buffer.from(JSON.stringify(rows)));
}
