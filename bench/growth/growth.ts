import pg from 'pg';
import { layDownAgency, type BenchAgency } from '../data/agency.ts';
import { copyAgency } from '../data/copies.ts';
import { layDownDailyLife } from '../data/daily-life.ts';
import { forgetSearchNotes } from '../data/search-notes.ts';
import { alternate, answerOf, type Contender, type Settings } from '../lib/load.ts';
import { operationText } from '../lib/operations.ts';
import { reportOf, writeReport, type ScreenFigures } from '../lib/report.ts';
import type { RunningServer, Workshop } from '../lib/workshop.ts';
import { agencyCalendar, SCREENS, type Asked, type Screen } from '../reads/screens/index.ts';
import { taskWithClient } from '../reads/task-with-client.ts';
import { explainEverything, scannedThrough, SMALL_PAGES, type Plan } from './explain.ts';
import { plansOf, savePlans } from './plans.ts';

/** How many agencies there are; all of one size. */
const STEPS = (process.env['BENCH_AGENCIES'] ?? '10,100,1000').split(',').map(Number);
const SIZE = { clients: 5, tasks: Number(process.env['BENCH_TASKS'] ?? 1_000) };
const settings: Settings = {
  connections: Number(process.env['BENCH_CONNECTIONS'] ?? 8),
  seconds: Number(process.env['BENCH_SECONDS'] ?? 2),
  repeats: Number(process.env['BENCH_REPEATS'] ?? 3),
};
const FOLDER = 'bench/results/growth-plans';
const APP_ROLE = 'planerka_app';
/** Past the fifth time PostgreSQL may take one plan for all values. */
const OFTEN = 8;

/** The same screens of an agency of the same size, among ever more agencies. */
export async function run(workshop: Workshop): Promise<void> {
  const asked = await layDown(workshop);
  const servers = new Map<string, RunningServer>();
  for (const agencies of STEPS) servers.set(nameOf(agencies), await workshop.startApi(databaseOf(agencies)));
  const figures: Record<string, ScreenFigures> = {};
  for (const screen of SCREENS) {
    workshop.say(`Measuring: ${screen.name}`);
    const contenders = [...servers].map(([name, server]) => contenderOf(name, server, screen, asked));
    figures[screen.name] = reportOf(await alternate(contenders, settings), nameOf(STEPS[0] ?? 0));
  }
  for (const { stop } of servers.values()) await stop();
  const about = { limit: nameOf(STEPS[0] ?? 0) };
  for (const file of await writeReport('growth', workshop.ownerUrl, { ...settings, tasks: SIZE.tasks }, figures, about))
    workshop.say(`Written: ${file}`);
  await lookAtPlans(workshop, asked);
}

const nameOf = (agencies: number): string => `agencies${agencies}`;
/** The first is laid down in the workshop's own database, each further one begins as a copy of the one before. */
const databaseOf = (agencies: number): string => `growth_${agencies}`;

async function layDown(workshop: Workshop): Promise<Asked> {
  const { ownerUrl, secret } = workshop;
  const agency = await connected(ownerUrl, async (db): Promise<BenchAgency> => {
    const laid = await layDownAgency(db, 'Маяк', SIZE, secret);
    await layDownDailyLife(db, laid.agencyId);
    await forgetSearchNotes(db, laid.agencyId);
    return laid;
  });
  let [before, there] = [new URL(workshop.adminUrl).pathname.slice(1), 1];
  for (const agencies of STEPS) {
    workshop.say(`Laying down ${agencies} agencies with ${agencies * SIZE.tasks} tasks`);
    const name = databaseOf(agencies);
    await connected(at(workshop.adminUrl, 'postgres'), (db) =>
      db.query(`CREATE DATABASE "${name}" TEMPLATE "${before}" STRATEGY FILE_COPY`),
    );
    await connected(at(workshop.adminUrl, name), (db) => copyAgency(db, agency.agencyId, agencies - there));
    [before, there] = [name, agencies];
  }
  return connected(ownerUrl, async (db) => ({
    ...agency,
    taskId: await taskWithClient(db, agency),
    calendar: agencyCalendar('Europe/Moscow', '+03:00'),
  }));
}

const at = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function connected<T>(connectionString: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

function contenderOf(name: string, { pid, url }: RunningServer, screen: Screen, asked: Asked): Contender {
  const { operation: operationName } = screen;
  return {
    name,
    pid,
    url: `${url}/graphql`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: asked[screen.who].cookie,
      'x-planerka-agency': asked.agencyId,
    },
    body: JSON.stringify({
      operationName,
      query: operationText(operationName),
      variables: screen.variables(asked),
    }),
  };
}

/** How PostgreSQL reads the screens where there are most agencies; an agency's rows are never looked for among all. */
async function lookAtPlans(workshop: Workshop, asked: Asked): Promise<void> {
  const most = databaseOf(STEPS.at(-1) ?? 0);
  await connected(at(workshop.adminUrl, most), async (db) => {
    await explainEverything(db, most, APP_ROLE);
    const server = await workshop.startApi(most);
    const plans = new Map<string, readonly Plan[]>();
    for (const screen of SCREENS) {
      const contender = contenderOf(screen.name, server, screen, asked);
      const own = await plansOf(workshop.postgresLog, async () => {
        for (let time = 0; time < OFTEN; time++) await answerOf(contender);
      });
      if (own.length === 0) throw new Error(`${screen.name}: no plan was logged`);
      plans.set(screen.name, own);
    }
    await server.stop();
    savePlans(FOLDER, plans);
    workshop.say(`Written: ${FOLDER}`);
    const bad: string[] = [];
    for (const [name, own] of plans) for (const table of await scannedThrough(db, own)) bad.push(`${name} ${table}`);
    if (bad.length > 0)
      throw new Error(`Read from end to end, tables of more than ${SMALL_PAGES} pages: ${bad.join(', ')}`);
  });
}
