import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { POOL } from '@planerka/platform/server';
import { testConfig, testDatabase } from '@planerka/testing/server';
import pg from 'pg';
import { layDownAgency, signIn, type BenchAgency } from '../data/agency';
import { copyAgency } from '../data/copies';
import { layDownDailyLife } from '../data/daily-life';
import { explainEverything, planOf, scannedThrough, type Plan } from './explain';
import { webOperations } from '../../tools/operations/web-operations';
import { startApi, stopApi, type Api, type Caller } from '../../e2e/api/harness';

/**
 * What is opened all day, among the rows of many agencies: no statement of it may look through everybody's. Asked as PostgreSQL
 * itself tells it, of the statements that really go out, under row-level security.
 */

const SIZE = { clients: 5, tasks: 400 };
const AGENCIES = 40;
/** Past the fifth time PostgreSQL may take one plan for all values. */
const OFTEN = 6;
const APP_ROLE = 'planerka_app';

let admin: pg.Client;
let database: string;
let api: Api;
let agency: BenchAgency;
let ids: Readonly<Record<'task' | 'campaign' | 'item' | 'client', string>>;
let noticed: string[] = [];

beforeAll(async () => {
  const { adminUrl, ownerUrl } = await testDatabase();
  database = new URL(adminUrl).pathname.slice(1);
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  agency = await layDown(ownerUrl);
  await copyAgency(admin, agency.agencyId, AGENCIES - 1);
  ids = await someIds();
  // Told to the connection that asks, by which it is known who asked.
  await explainEverything(admin, database, APP_ROLE, { 'auto_explain.log_level': 'notice' });
  api = await startApi();
  listenTo(api.app.get<pg.Pool>(POOL));
});
afterAll(async () => {
  await stopApi();
  await admin.query(`ALTER ROLE ${APP_ROLE} IN DATABASE "${database}" RESET ALL`);
  await admin.end();
});

async function layDown(connectionString: string): Promise<BenchAgency> {
  const { secret } = await testConfig();
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    const laid = await layDownAgency(db, 'Маяк', SIZE, secret);
    await layDownDailyLife(db, laid.agencyId);
    return laid;
  } finally {
    await db.end();
  }
}

async function someIds(): Promise<typeof ids> {
  const { rows } = await admin.query<typeof ids>(
    `SELECT t.id AS task, t.campaign_id AS campaign, t.item_id AS item, t.client_id AS client
      FROM task t JOIN approval_subject s ON s.agency_id = t.agency_id AND s.task_id = t.id
      WHERE t.agency_id = $1 ORDER BY t.id LIMIT 1`,
    [agency.agencyId],
  );
  const [found] = rows;
  if (!found) throw new Error('No task of the agency has been sent to a client');
  return found;
}

function listenTo(pool: pg.Pool): void {
  const heard = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('notice', ({ message }) => noticed.push(message ?? ''));
  });
}

const operations = webOperations();
function textOf(name: string): string {
  const operation = operations.get(name);
  if (!operation) throw new Error(`The web application has no operation ${name}`);
  return operation.text;
}

const month = new Date().toISOString().slice(0, 7);
const table = (order: string, filter: object = {}) => ({
  operation: 'TaskTable',
  variables: { filter, order, first: 50 },
});

/** The application's own operations, and who opens them. */
const screens: Readonly<
  Record<string, () => { readonly operation: string; readonly variables?: object; readonly owner?: true }>
> = {
  board: () => ({ operation: 'TaskBoard', variables: { filter: {} } }),
  'board of the whole agency': () => ({ operation: 'TaskBoard', variables: { filter: {} }, owner: true }),
  'table by due day': () => table('DUE'),
  'table by what moved last': () => table('RECENT'),
  'table by title': () => table('TITLE'),
  'table by fee': () => table('FEE'),
  'table of one client': () => table('DUE', { clientId: ids.client }),
  calendar: () => ({ operation: 'PlanPage', variables: { clientId: null, month } }),
  'calendar of one client': () => ({ operation: 'PlanPage', variables: { clientId: ids.client, month } }),
  item: () => ({ operation: 'ItemPanel', variables: { id: ids.item } }),
  today: () => ({ operation: 'TodayPage' }),
  'today of an owner': () => ({ operation: 'TodayPage', owner: true }),
  'what waits': () => ({ operation: 'AppFrameWaiting' }),
  task: () => ({ operation: 'TaskRoute', variables: { id: ids.task, approvals: { taskId: ids.task } } }),
  overview: () => ({ operation: 'OverviewPage', variables: { month: null, quarter: false }, owner: true }),
  budget: () => ({ operation: 'BudgetPage', variables: { campaignId: ids.campaign } }),
  book: () => ({ operation: 'BudgetBook', variables: { campaignId: ids.campaign, first: 50 } }),
  payouts: () => ({ operation: 'PayoutsPage', owner: true }),
  approvals: () => ({ operation: 'Approvals', variables: { filter: {}, first: 20 } }),
  results: () => ({ operation: 'CampaignResults', variables: { id: ids.campaign } }),
  search: () => ({ operation: 'DeskSearch', variables: { query: 'стол', first: 6 } }),
};

async function plansOf(work: () => Promise<void>): Promise<readonly Plan[]> {
  noticed = [];
  await work();
  // Those of the dispatcher, which looks about meanwhile, are as good as any.
  return noticed.flatMap((message) => planOf(message.replace(/^duration: .*plan:\n/, '')) ?? []);
}

it.each(Object.keys(screens))('%s: looks through nobody else’s rows', async (name) => {
  const screen = screens[name]?.();
  if (!screen) throw new Error(`There is no screen ${name}`);
  const document = textOf(screen.operation);
  const { cookie, agencyId } = screen.owner ? agency.owner : agency.manager;
  const caller = api.withHeaders({ cookie, 'x-planerka-agency': agencyId });
  const plans = await plansOf(async () => {
    for (let time = 0; time < OFTEN; time++) await caller.run(document, screen.variables ?? {});
  });
  expect(plans.length).toBeGreaterThan(OFTEN);
  expect(await scannedThrough(admin, plans)).toEqual([]);
});

/** Tasks of the agency in that state, each with whoever does it. */
async function tasksThatAre(
  state: string,
): Promise<readonly { readonly id: string; readonly version: number; readonly userId: string }[]> {
  const { rows } = await admin.query<{ id: string; version: number; userId: string }>(
    `SELECT t.id, t.version, m.user_id AS "userId" FROM task t JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
      WHERE t.agency_id = $1 AND t.state = $2 AND NOT EXISTS (
        SELECT FROM task_dependency d WHERE d.agency_id = t.agency_id AND d.task_id = t.id)`,
    [agency.agencyId, state],
  );
  return rows;
}

const content = {
  kind: 'copy',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Стол из сосны' }] }] },
};

it.each([
  ['accepting', 'AcceptTask', 'acceptTask', 'issued', {}],
  ['submitting', 'SubmitTask', 'submitTask', 'in_progress', { content }],
])('%s: looks through nobody else’s rows', async (_, operation, field, state, more) => {
  const { secret } = await testConfig();
  let done = 0;
  const plans = await plansOf(async () => {
    for (const { id, version, userId } of await tasksThatAre(state)) {
      const caller: Caller = api.withHeaders({
        cookie: await signIn(admin, userId, secret),
        'x-planerka-agency': agency.agencyId,
      });
      const input = { taskId: id, expectedVersion: version, ...more };
      const answer = (await caller.run(textOf(operation), { input }))[field];
      // A text is no work of a designer's: that is refused after all has been loaded.
      if (answer.__typename === 'TaskSuccess') done += 1;
    }
  });
  expect(done).toBeGreaterThan(0);
  expect(await scannedThrough(admin, plans)).toEqual([]);
});
