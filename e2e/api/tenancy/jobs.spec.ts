import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onStatement } from '@planerka/platform/server';
import {
  agency,
  everythingOf,
  searchIndexed,
  testDatabase,
  within,
  type Ids,
  type TestAgency,
} from '@planerka/testing/server';
import pg from 'pg';
import { startApi, stopApi } from '../harness';
import { until } from '../sockets';

/** Work for one agency: what is enqueued names it, and a row of its own. */
const ofAgency: Readonly<Record<string, (agencyId: string, rows: Ids) => object>> = {
  'agency.export': (agencyId, { agencyExport }) => ({ agencyId, exportId: agencyExport }),
};

/** Rounds take no order: nobody can name a row to them. Each looks for what is due, agency by agency. */
const rounds = [
  'agency.erase',
  'agency.exports.forget',
  'approval_silence',
  'idea.pictures.forget',
  'jobs.unlock',
  'outbox.prune',
  'plan.series.extend',
  'plan_reminders',
  'rate-limit.prune',
] as const;

/** Carries a letter whole, and asks the database for nothing. */
const letters = 'mail.send';

/** Tried where they are made: deliveries, with receivers of their own. */
const elsewhere = /^webhook\./;

let own: TestAgency;
let foreign: TestAgency;
let foreignRows: Ids;
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  // Letters are handled where there is a server for them.
  await startApi({ SMTP_URL: 'smtp://127.0.0.1:1' });
  [own, foreign] = [await agency('Свои'), await agency('Чужие')];
  foreignRows = await everythingOf(foreign);
  await within(foreign.agencyId, (db) =>
    db.agencyExport.updateMany({ where: { agencyId: foreign.agencyId }, data: { state: 'waiting', readyAt: null } }),
  );
});
afterAll(async () => {
  await admin.end();
  await stopApi();
});

const handled = async (): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ identifier: string }>('SELECT identifier FROM graphile_worker._private_tasks');
  return rows.map(({ identifier }) => identifier);
};

/** Everything of an agency, to the last row. */
async function contentOf(agencyId: string): Promise<string> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'`,
  );
  const prints = tables.map(({ name }) => `SELECT t::text AS row FROM "${name}" t WHERE agency_id = $1`);
  const { rows } = await admin.query<{ print: string }>(
    `SELECT md5(string_agg(row, '' ORDER BY row)) AS print FROM (${prints.join(' UNION ALL ')}) everything`,
    [agencyId],
  );
  return rows[0]?.print ?? '';
}

async function done(name: string, payload: object): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(
    'SELECT (graphile_worker.add_job($1, $2::json, max_attempts => 1)).id',
    [name, JSON.stringify(payload)],
  );
  const left = () =>
    admin.query('SELECT 1 FROM graphile_worker.jobs WHERE id = $1 AND (attempts = 0 OR locked_at IS NOT NULL)', [
      rows[0]?.id,
    ]);
  await until(async () => (await left()).rowCount === 0);
}

describe('A job', () => {
  it('is of one agency, a round that takes no order, or a letter', async () => {
    const known = [...Object.keys(ofAgency), ...rounds, letters];
    await until(async () => (await handled()).includes(letters));
    const missing = (await handled()).filter((name) => !known.includes(name) && !elsewhere.test(name));
    expect(missing.map((name) => `${name}: say in e2e/api/tenancy/jobs.spec.ts whose it is`)).toEqual([]);
  });

  it.each(Object.entries(ofAgency))('%s does nothing with another agency’s row', async (name, payload) => {
    // What was written before is in the search index: nobody but the job works now.
    await searchIndexed(own.agencyId, foreign.agencyId);
    const before = [await contentOf(own.agencyId), await contentOf(foreign.agencyId)];
    const entered: string[] = [];
    const stop = onStatement((statement) => {
      const [, agencyId] = /app\.agency_id = '([^']+)'/.exec(statement) ?? [];
      if (agencyId) entered.push(agencyId);
    });
    await done(name, payload(own.agencyId, foreignRows));
    stop();
    expect([await contentOf(own.agencyId), await contentOf(foreign.agencyId)]).toEqual(before);
    expect(entered).toContain(own.agencyId);
    expect(entered).not.toContain(foreign.agencyId);
  });

  it.each(Object.entries(ofAgency))('%s does its work with one’s own', async (name, payload) => {
    const before = await contentOf(foreign.agencyId);
    await done(name, payload(foreign.agencyId, foreignRows));
    expect(await contentOf(foreign.agencyId)).not.toBe(before);
  });
});
