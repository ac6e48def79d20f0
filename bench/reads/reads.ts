import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { layDownAgency, type BenchViewer } from '../data/agency.ts';
import { alternate, answerOf, type Contender, type Settings } from '../lib/load.ts';
import { operationText } from '../lib/operations.ts';
import { reportOf, writeReport, type ScreenFigures } from '../lib/report.ts';
import type { RunningServer, Workshop } from '../lib/workshop.ts';
import { SCREENS, type Screen } from './screens.ts';

const NEIGHBOURS = 9;
const NEIGHBOUR = { clients: 10, tasks: 1_000 };
const MEASURED = { clients: 25, tasks: 20_000 };
const settings: Settings = {
  connections: Number(process.env['BENCH_CONNECTIONS'] ?? 32),
  seconds: Number(process.env['BENCH_SECONDS'] ?? 5),
  repeats: Number(process.env['BENCH_REPEATS'] ?? 5),
};

/** The screens that are open all day, against the practical limit of this stack. */
export async function run(workshop: Workshop): Promise<void> {
  const viewer = await layDown(workshop);
  const api = await workshop.startApi();
  const limit = await workshop.startScript('reads/limit-server.ts');
  const screens: Record<string, ScreenFigures> = {};
  for (const screen of SCREENS) {
    const contenders = contendersOf(screen, viewer, { api, limit });
    await requireSameRows(screen, contenders);
    workshop.say(`Measuring: ${screen.name}`);
    screens[screen.name] = reportOf(await alternate(contenders, settings));
  }
  for (const file of await writeReport('reads', workshop.ownerUrl, settings, screens)) workshop.say(`Written: ${file}`);
}

async function layDown({ ownerUrl, secret, say }: Workshop): Promise<BenchViewer> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    say(`Laying down ${NEIGHBOURS + 1} agencies, the measured one with ${MEASURED.tasks} tasks`);
    for (let n = 1; n <= NEIGHBOURS; n++) await layDownAgency(db, `Соседи ${n}`, NEIGHBOUR, secret);
    const viewer = await layDownAgency(db, 'Маяк', MEASURED, secret);
    await db.query('VACUUM (ANALYZE)');
    return viewer;
  } finally {
    await db.end();
  }
}

function contendersOf(
  { name, operation, variables, limitValues }: Screen,
  { agencyId, cookie }: BenchViewer,
  servers: { readonly api: RunningServer; readonly limit: RunningServer },
): readonly Contender[] {
  const headers = { 'content-type': 'application/json', cookie, 'x-planerka-agency': agencyId };
  const query = operationText(operation);
  return [
    {
      name: 'limit',
      pid: servers.limit.pid,
      url: `${servers.limit.url}/${name}?${new URLSearchParams(limitValues).toString()}`,
      headers,
      body: JSON.stringify({ variables }),
    },
    {
      name: 'plain',
      pid: servers.api.pid,
      url: `${servers.api.url}/graphql`,
      headers,
      body: JSON.stringify({ operationName: operation, query, variables }),
    },
  ];
}

/** A contender that answers something else is fast for nothing. */
async function requireSameRows(screen: Screen, contenders: readonly Contender[]): Promise<void> {
  const [first, ...others] = await Promise.all(
    contenders.map(async (contender) => ({ contender, rows: screen.rowsOf(await answerOf(contender)) })),
  );
  for (const { contender, rows } of others)
    if (!isDeepStrictEqual(rows, first?.rows))
      throw new Error(`${screen.name}: ${contender.name} and ${first?.contender.name} answer different rows`);
}
