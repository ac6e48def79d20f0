import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { agency } from './agency';
import { everythingOf, type Ids } from './everything';
import { testDatabase } from './test-database';

/** Tables of no agency, and why they have none. Every other one has to be an agency's. */
const withoutAgency: Readonly<Record<string, string>> = {
  app_user: 'a person, who may work in several agencies',
  account: 'a person’s password or provider',
  rate_limit: 'tries at a door, by address and by account: they are counted before anybody is known',
  two_factor: 'a person’s second factor',
  session: 'where a person is signed in',
  verification: 'what better-auth waits for: letters, states of a sign-in',
  _prisma_migrations: 'the migrations’ own; the server may not even read it',
};

/** Ways to a row before its agency is known: policies besides `tenant`. A new one belongs here, with its test. */
const doors = [
  'agency.system_round',
  'approval_link.by_token',
  'invitation.by_token',
  'member.own_membership',
  'outbox_event.system_round',
  'plan_link.by_token',
  'search_pending.system_round',
];

const refused = '42501';

/** The net under every query: what PostgreSQL itself lets the application's role do, on a connection of its own. */
describe('Row-level security', () => {
  let app: pg.Client;
  let admin: pg.Client;
  let tables: readonly string[];
  let own: Ids;
  let foreign: Ids;

  beforeAll(async () => {
    const { url, adminUrl } = await testDatabase();
    app = new pg.Client({ connectionString: url });
    admin = new pg.Client({ connectionString: adminUrl });
    await Promise.all([app.connect(), admin.connect()]);
    own = await everythingOf(await agency());
    foreign = await everythingOf(await agency('Чужие'));
    const { rows } = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
       ORDER BY relname`,
    );
    tables = rows.map(({ name }) => name).filter((name) => !(name in withoutAgency));
  });
  afterAll(() => Promise.all([app.end(), admin.end()]));

  /** Whose row it is. */
  const keyOf = (table: string): string => (table === 'agency' ? 'id' : 'agency_id');

  /** In a transaction that comes to nothing. */
  async function inside<T>(settings: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    await app.query('BEGIN');
    try {
      for (const [name, value] of Object.entries(settings)) {
        await app.query(`SET LOCAL ${name} = ${app.escapeLiteral(value)}`);
      }
      return await work();
    } finally {
      await app.query('ROLLBACK');
    }
  }

  /** How many rows a statement touched; `refused` where the role may not, or the row would be another agency's. */
  async function touched(statement: string, values: readonly unknown[]): Promise<number | 'refused'> {
    await app.query('SAVEPOINT attempt');
    try {
      return (await app.query(statement, [...values])).rowCount ?? 0;
    } catch (problem) {
      if ((problem as { code?: string }).code !== refused) throw problem;
      return 'refused';
    } finally {
      await app.query('ROLLBACK TO SAVEPOINT attempt');
    }
  }

  const rowOf = async (table: string, agencyId: string): Promise<unknown> => {
    const { rows } = await admin.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE "${keyOf(table)}" = $1 LIMIT 1`,
      [agencyId],
    );
    return rows[0]?.row;
  };

  it('has an agency in every table, and a row of both agencies to try it on', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'`,
    );
    const keyed = new Set(['agency', ...rows.map(({ name }) => name)]);
    expect(
      tables
        .filter((table) => !keyed.has(table))
        .map((table) => `${table} has no agency_id: give it one, or say in \`withoutAgency\` why it needs none`),
    ).toEqual([]);
    const empty: string[] = [];
    for (const table of tables) {
      const has = (await rowOf(table, own.agency)) && (await rowOf(table, foreign.agency));
      if (!has) empty.push(`${table}: let \`everythingOf\` make a row of it`);
    }
    expect(empty).toEqual([]);
  });

  it('is forced on every table, whose keys begin with the agency', async () => {
    const { rows } = await admin.query<{ name: string; forced: boolean; first_key: string; tenant: boolean }>(
      `SELECT c.relname AS name, c.relforcerowsecurity AND c.relrowsecurity AS forced,
         (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND i.indisprimary) AS first_key,
         EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = c.relname AND p.policyname = 'tenant'
           AND p.cmd = 'ALL' AND p.with_check IS NOT NULL) AS tenant
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`,
      [tables],
    );
    expect(rows).toHaveLength(tables.length);
    expect(
      rows
        .filter(({ name, forced, first_key, tenant }) => !forced || !tenant || first_key !== keyOf(name))
        .map(({ name }) => `${name}: see «Tenancy» in docs/DATA.md for what its migration lacks`),
    ).toEqual([]);
  });

  it('is not to be bypassed by the application’s role, which owns nothing', async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 }]);
  });

  it('keeps every row of another agency from being read, written, changed, taken or deleted', async () => {
    const leaks: string[] = [];
    await inside({ 'app.agency_id': own.agency }, async () => {
      for (const table of tables) {
        const key = `"${keyOf(table)}"`;
        const theirs = [foreign.agency];
        const row = JSON.stringify(await rowOf(table, foreign.agency));
        const tried = {
          read: await touched(`SELECT 1 FROM "${table}" WHERE ${key} = $1`, theirs),
          changed: await touched(`UPDATE "${table}" SET ${key} = ${key} WHERE ${key} = $1`, theirs),
          deleted: await touched(`DELETE FROM "${table}" WHERE ${key} = $1`, theirs),
          written: await touched(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1)`, [
            row,
          ]),
          given: await touched(`UPDATE "${table}" SET ${key} = $1 WHERE ${key} = $2`, [foreign.agency, own.agency]),
        };
        for (const [what, result] of Object.entries(tried)) {
          const isKept =
            what === 'written' || what === 'given' ? result === 'refused' : result === 0 || result === 'refused';
          if (!isKept) leaks.push(`${table}: ${what} (${result})`);
        }
      }
    });
    expect(leaks).toEqual([]);
  });

  it('shows own rows, so that the above says something', async () => {
    const unseen: string[] = [];
    await inside({ 'app.agency_id': own.agency }, async () => {
      for (const table of tables) {
        const seen = await touched(`SELECT 1 FROM "${table}" WHERE "${keyOf(table)}" = $1 LIMIT 1`, [own.agency]);
        if (seen !== 1) unseen.push(table);
      }
    });
    expect(unseen).toEqual([]);
  });

  it('shows nothing and takes nothing without an agency, and forgets it with the transaction', async () => {
    await inside({ 'app.agency_id': own.agency }, () => app.query('SELECT 1 FROM task'));
    const leaks: string[] = [];
    await inside({}, async () => {
      for (const table of tables) {
        const key = `"${keyOf(table)}"`;
        const row = JSON.stringify(await rowOf(table, own.agency));
        const tried = {
          read: await touched(`SELECT 1 FROM "${table}"`, []),
          changed: await touched(`UPDATE "${table}" SET ${key} = ${key}`, []),
          deleted: await touched(`DELETE FROM "${table}"`, []),
        };
        for (const [what, result] of Object.entries(tried)) {
          if (result !== 0 && result !== 'refused') leaks.push(`${table}: ${what} (${result})`);
        }
        const written = await touched(
          `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1)`,
          [row],
        );
        if (written !== 'refused') leaks.push(`${table}: written (${written})`);
      }
    });
    expect(leaks).toEqual([]);
  });

  describe('has doors', () => {
    const seenThrough = async (settings: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const seen: string[] = [];
      await inside(settings, async () => {
        for (const table of tables) {
          const count = await touched(`SELECT 1 FROM "${table}"`, []);
          if (count !== 0) seen.push(`${table}: ${count}`);
        }
      });
      return seen;
    };

    it('that are all known', async () => {
      const { rows } = await admin.query<{ door: string }>(
        `SELECT tablename || '.' || policyname AS door FROM pg_policies WHERE schemaname = 'public' AND policyname <> 'tenant'
         ORDER BY 1`,
      );
      expect(rows.map(({ door }) => door)).toEqual(doors);
    });

    it('of which a token opens one, to one row', async () => {
      const { rows } = await admin.query<{ hash: string }>(
        `SELECT encode(token_hash, 'hex') AS hash FROM approval_link WHERE id = $1`,
        [foreign.link],
      );
      expect(await seenThrough({ 'app.token_hash': rows[0]?.hash ?? '' })).toEqual(['approval_link: 1']);
      expect(await seenThrough({ 'app.token_hash': '00'.repeat(32) })).toEqual([]);
    });

    it('of which a plan’s token opens one, to one row', async () => {
      const { rows } = await admin.query<{ hash: string }>(
        `SELECT encode(token_hash, 'hex') AS hash FROM plan_link WHERE id = $1`,
        [foreign.planLink],
      );
      expect(await seenThrough({ 'app.token_hash': rows[0]?.hash ?? '' })).toEqual(['plan_link: 1']);
    });

    it('of which a person opens one, to their memberships', async () => {
      const { rows } = await admin.query<{ user_id: string }>('SELECT user_id FROM member WHERE id = $1', [
        foreign.member,
      ]);
      expect(await seenThrough({ 'app.user_id': rows[0]?.user_id ?? '' })).toEqual(['member: 1']);
    });

    it('of which the system opens three, and changes nothing of an agency', async () => {
      const seen = await seenThrough({ 'app.system': 'on' });
      expect(seen.map((each) => each.split(':')[0])).toEqual(['agency', 'outbox_event', 'search_pending']);
      const changed = await inside({ 'app.system': 'on' }, () => touched(`UPDATE agency SET name = 'Мои'`, []));
      expect(changed).toBe(0);
    });
  });

  it.each([
    'ledger_transaction',
    'ledger_transfer',
    'task_transition',
    'audit_entry',
    'deliverable',
    'deliverable_file',
    'approval_link_use',
    'plan_link_use',
    'plan_remark',
    'plan_decision',
  ])('lets nobody rewrite %s', async (table) => {
    await expect(app.query(`UPDATE "${table}" SET agency_id = agency_id`)).rejects.toThrow(/permission denied/);
    await expect(app.query(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
  });
});
