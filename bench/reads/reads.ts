import { existsSync } from 'node:fs';
import { deepStrictEqual } from 'node:assert/strict';
import pg from 'pg';
import { layDownAgency, type AgencySize, type BenchAgency } from '../data/agency.ts';
import { layDownDailyLife } from '../data/daily-life.ts';
import { forgetSearchNotes } from '../data/search-notes.ts';
import { alternate, answerOf, type Contender, type Settings } from '../lib/load.ts';
import { residentMegabytes, watchMemory } from '../lib/memory.ts';
import { operationOf } from '../lib/operations.ts';
import { reportOf, writeReport, type ScreenFigures } from '../lib/report.ts';
import type { RunningServer, Workshop } from '../lib/workshop.ts';
import { agencyCalendar, SCREENS, type Asked, type Screen } from './screens/index.ts';
import { taskWithClient } from './task-with-client.ts';

const NEIGHBOURS = 9;
const NEIGHBOUR = { clients: 10, tasks: 1_000 };
const MEASURED = { clients: 25, tasks: 20_000 };
const settings: Settings = {
  connections: Number(process.env['BENCH_CONNECTIONS'] ?? 32),
  seconds: Number(process.env['BENCH_SECONDS'] ?? 3),
  repeats: Number(process.env['BENCH_REPEATS'] ?? 4),
};

interface Servers {
  readonly limit: RunningServer;
  readonly postgraphile: RunningServer | null;
  readonly api: RunningServer;
}

/** The screens that are open all day, against the practical limit of this stack and against its best-known peer. */
export async function run(workshop: Workshop): Promise<void> {
  const screens = wantedScreens();
  const asked = await layDown(workshop);
  const api = await workshop.startApi();
  const servers: Servers = {
    api,
    limit: await workshop.startScript('reads/limit/server.ts'),
    postgraphile: await workshop.startPeer(),
  };
  const isBuilt = hasManifest();
  if (!isBuilt) workshop.say('The web build has written no manifest of operations: persisted is left out');
  const idle = residentMegabytes(api.pid);
  const mostMemory = watchMemory(api.pid);
  const figures: Record<string, ScreenFigures> = {};
  for (const screen of screens) {
    const contenders = contendersOf(screen, asked, servers).filter(({ name }) => isBuilt || name !== 'persisted');
    await requireSameRows(screen, contenders);
    workshop.say(`Measuring: ${screen.name}`);
    figures[screen.name] = reportOf(await alternate(contenders, settings));
  }
  const memory = { idle, underLoad: mostMemory() };
  for (const file of await writeReport('reads', workshop.ownerUrl, settings, figures, { memory }))
    workshop.say(`Written: ${file}`);
}

function wantedScreens(): readonly Screen[] {
  const names = process.env['BENCH_SCREENS']?.split(',') ?? SCREENS.map(({ name }) => name);
  return names.map((name) => {
    const screen = SCREENS.find((one) => one.name === name);
    if (!screen)
      throw new Error(`There is no screen "${name}"; there are: ${SCREENS.map((one) => one.name).join(', ')}`);
    return screen;
  });
}

async function layDown({ ownerUrl, secret, say }: Workshop): Promise<Asked> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    say(`Laying down ${NEIGHBOURS + 1} agencies, the measured one with ${MEASURED.tasks} tasks`);
    const laid = async (name: string, size: AgencySize): Promise<BenchAgency> => {
      const agency = await layDownAgency(db, name, size, secret);
      await layDownDailyLife(db, agency.agencyId);
      await forgetSearchNotes(db, agency.agencyId);
      return agency;
    };
    for (let n = 1; n <= NEIGHBOURS; n++) await laid(`Соседи ${n}`, NEIGHBOUR);
    const agency = await laid('Маяк', MEASURED);
    await db.query('VACUUM (ANALYZE)');
    return { ...agency, taskId: await taskWithClient(db, agency), calendar: agencyCalendar('Europe/Moscow', '+03:00') };
  } finally {
    await db.end();
  }
}

interface Asking extends Contender {
  rowsOf(answer: unknown): unknown;
}

function contendersOf(screen: Screen, asked: Asked, servers: Servers): readonly Asking[] {
  const { name, operation } = screen;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    cookie: asked[screen.who].cookie,
    'x-planerka-agency': asked.agencyId,
  };
  const variables = screen.variables(asked);
  const { id, text } = operationOf(operation);
  const rowsOf = (answer: unknown): unknown => screen.rowsOf(answer);
  const ours = { pid: servers.api.pid, url: `${servers.api.url}/graphql`, headers, rowsOf };
  return [
    {
      name: 'limit',
      pid: servers.limit.pid,
      url: `${servers.limit.url}/${name}?${new URLSearchParams(screen.limitValues(asked)).toString()}`,
      headers,
      body: JSON.stringify({ variables }),
      rowsOf,
    },
    ...(servers.postgraphile
      ? [
          {
            name: 'postgraphile',
            pid: servers.postgraphile.pid,
            url: `${servers.postgraphile.url}/graphql`,
            headers,
            body: JSON.stringify({ query: screen.peer.query, variables: screen.peer.variables(asked) }),
            rowsOf: (answer: unknown) => screen.peer.rowsOf(answer, asked),
          },
        ]
      : []),
    { ...ours, name: 'plain', body: JSON.stringify({ operationName: operation, query: text, variables }) },
    {
      ...ours,
      name: 'persisted',
      body: JSON.stringify({ operationName: operation, variables, extensions: byId(id) }),
    },
  ];
}

/** How the web application's client names an operation instead of sending it. */
const byId = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

const hasManifest = (): boolean => existsSync('dist/web/operations.json');

/** A contender that answers something else is fast for nothing. Asked twice: an hour may have struck between two answers. */
async function requireSameRows(screen: Screen, contenders: readonly Asking[]): Promise<void> {
  try {
    await compareRows(screen, contenders);
  } catch {
    await compareRows(screen, contenders);
  }
}

async function compareRows(screen: Screen, contenders: readonly Asking[]): Promise<void> {
  const [first, ...others] = await Promise.all(
    contenders.map(async (contender) => ({ contender, rows: contender.rowsOf(await answerOf(contender)) })),
  );
  for (const { contender, rows } of others)
    try {
      deepStrictEqual(rows, first?.rows);
    } catch (problem) {
      throw new Error(`${screen.name}: ${contender.name} (+) and ${first?.contender.name} (-) answer different rows`, {
        cause: problem,
      });
    }
}
