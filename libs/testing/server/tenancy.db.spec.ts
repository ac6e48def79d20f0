import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { agency } from './agency';
import { everythingOf, type Ids } from './everything';
import { testDatabase } from './test-database';

/** The net under every query: what Postgres itself shows to the application's role. */
describe('Row-level security', () => {
  let app: pg.Client;
  let admin: pg.Client;
  let tables: readonly string[];
  let own: Ids;

  beforeAll(async () => {
    const { url, adminUrl } = await testDatabase();
    app = new pg.Client({ connectionString: url });
    admin = new pg.Client({ connectionString: adminUrl });
    await Promise.all([app.connect(), admin.connect()]);
    own = await everythingOf(await agency());
    await everythingOf(await agency('Чужие'));
    const { rows } = await admin.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'`,
    );
    tables = rows.map(({ table_name }) => table_name);
  });
  afterAll(() => Promise.all([app.end(), admin.end()]));

  it('is forced on every tenant table, whose keys begin with the agency', async () => {
    const { rows } = await admin.query<{ name: string; forced: boolean; first_key: string }>(
      `SELECT c.relname AS name, c.relforcerowsecurity AND c.relrowsecurity AS forced,
         (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND i.indisprimary) AS first_key
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`,
      [tables],
    );
    expect(rows).toHaveLength(tables.length);
    expect(rows.filter(({ forced, first_key }) => !forced || first_key !== 'agency_id')).toEqual([]);
  });

  it('is not to be bypassed by the application’s role, which owns nothing', async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it('shows no row to a connection without the setting', async () => {
    for (const table of tables) {
      const { rows } = await app.query(`SELECT 1 FROM "${table}" LIMIT 1`);
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });

  it('shows only the agency of the setting, and forgets it with the transaction', async () => {
    await app.query('BEGIN');
    await app.query(`SET LOCAL app.agency_id = '${own.agency}'`);
    for (const table of tables) {
      const { rows } = await app.query(`SELECT DISTINCT agency_id FROM "${table}"`);
      expect({ table, foreign: rows.filter(({ agency_id }) => agency_id !== own.agency) }).toEqual({
        table,
        foreign: [],
      });
    }
    await app.query('COMMIT');
    expect((await app.query('SELECT 1 FROM task')).rows).toEqual([]);
  });

  it('refuses to write a row of another agency', async () => {
    await app.query('BEGIN');
    await app.query(`SET LOCAL app.agency_id = '${own.agency}'`);
    const writing = app.query(
      `INSERT INTO squad (agency_id, id, name) VALUES (gen_random_uuid(), gen_random_uuid(), 'Чужая')`,
    );
    await expect(writing).rejects.toThrow(/row-level security/);
    await app.query('ROLLBACK');
  });

  it.each(['ledger_transaction', 'ledger_transfer', 'task_transition', 'audit_entry', 'deliverable'])(
    'lets nobody rewrite %s',
    async (table) => {
      await expect(app.query(`UPDATE "${table}" SET agency_id = agency_id`)).rejects.toThrow(/permission denied/);
      await expect(app.query(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
    },
  );
});
