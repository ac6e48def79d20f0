import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditChainOf } from '@planerka/activity/server';
import { newId } from '@planerka/platform/domain';
import { testDatabase } from '@planerka/testing/server';
import pg from 'pg';

/** The command's own. */
const migrating = new URL('../../../scripts/lib/migrate.mjs', import.meta.url).href;
const { migrate, readMigrations } = (await import(migrating)) as {
  readMigrations(): { readonly name: string }[];
  migrate(ownerUrl: string, options: { readonly migrations: readonly object[] }): Promise<string[]>;
};

const name = `${process.env['TEST_DATABASE_PREFIX']}_migrated_${process.env['JEST_WORKER_ID'] ?? '1'}`;
const migrations = readMigrations();
const chained = migrations.findIndex((migration) => migration.name.endsWith('_audit_chain'));

let server: pg.Client;
let admin: pg.Client;
let ownerUrl: string;

beforeAll(async () => {
  const { adminUrl, ownerUrl: owner } = await testDatabase();
  server = new pg.Client({ connectionString: adminUrl });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}" OWNER planerka_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  ownerUrl = at(owner);
  admin = new pg.Client({ connectionString: at(adminUrl) });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  // Jobs' own migrations have connections of their own, which are not gone at once; cut, they would fail unheard.
  const others = 'SELECT 1 FROM pg_stat_activity WHERE datname = $1';
  while ((await server.query(others, [name])).rowCount) await setTimeout(20);
  await server.query(`DROP DATABASE "${name}"`);
  await server.end();
});

describe('What stood in the audit log before there was a chain', () => {
  it('becomes its beginning, hashed as the product hashes', async () => {
    await migrate(ownerUrl, { migrations: migrations.slice(0, chained) });
    const agencies = [newId(), newId()];
    const details = {
      title: 'Пост «стол» \\ "\u2028\t🌲',
      count: 12,
      share: 0.25,
      deep: { б: [1, null, true], a: [] },
    };
    for (const agencyId of agencies) {
      for (let index = 0; index < 5; index += 1) {
        await admin.query(
          `INSERT INTO audit_entry (agency_id, id, at, actor_name, action, entity_type, entity_id, client_id, details)
           VALUES ($1, $2, now() - $3 * interval '1 hour', 'Ирина', 'task.accepted', 'Task', $4, $5, $6)`,
          [agencyId, newId(), index, newId(), index % 2 ? newId() : null, details],
        );
      }
    }
    await migrate(ownerUrl, { migrations });
    for (const agencyId of agencies) {
      const report = await auditChainOf(admin, agencyId);
      expect(report).toMatchObject({ entries: 5, end: { sequence: 5 }, findings: [] });
    }
  });
});
