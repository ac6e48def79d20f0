// graphile-worker's own tables: installed by the owner, used by the application's role.
import { readFileSync } from 'node:fs';
import { runMigrations } from 'graphile-worker';
import { inRoot } from './paths.mjs';
import { APP_ROLE } from './roles.mjs';

// Its tables have row-level security without a policy, so that only their owner sees them. The jobs are no tenant's data
// by themselves (what they carry is ids), and the application's role is the one that works on them.
const GRANTS = `
  GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${APP_ROLE};
  DO $$
  DECLARE job_table text;
  BEGIN
    FOR job_table IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
    LOOP
      EXECUTE format('DROP POLICY IF EXISTS application ON graphile_worker.%I', job_table);
      EXECUTE format('CREATE POLICY application ON graphile_worker.%I TO ${APP_ROLE} USING (true) WITH CHECK (true)', job_table);
    END LOOP;
  END $$;`;

/** Brings the job tables up to the installed graphile-worker; does nothing when they are. */
export async function installJobs(client, ownerUrl) {
  const before = await appliedJobsMigrations(client);
  await runMigrations({ connectionString: ownerUrl });
  if ((await appliedJobsMigrations(client)) !== before) await client.query(GRANTS);
}

async function appliedJobsMigrations(client) {
  const { rows } = await client.query(`SELECT to_regclass('graphile_worker.migrations') AS found`);
  if (rows[0].found === null) return 0;
  const { rows: last } = await client.query('SELECT max(id) AS id FROM graphile_worker.migrations');
  return last[0].id ?? 0;
}

/** Which graphile-worker's tables a database gets. */
export const jobsVersion = () =>
  JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies['graphile-worker'];
