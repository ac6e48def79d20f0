import pg from 'pg';
import { layDownAgency, type BenchAgency, type BenchViewer } from '../data/agency.ts';
import { explainEverything, scannedThrough, SMALL_PAGES, type Plan } from '../growth/explain.ts';
import { plansOf, savePlans } from '../growth/plans.ts';
import { alternate, answerOf, type Contender, type Settings } from '../lib/load.ts';
import { operationText } from '../lib/operations.ts';
import { reportOf, writeReport, type ScreenFigures } from '../lib/report.ts';
import type { Workshop } from '../lib/workshop.ts';
import { inventWords, layDownBriefs } from './words.ts';

const SIZE = { clients: 20, tasks: Number(process.env['BENCH_TASKS'] ?? 20_000) };
/** In the whole agency, and in the brief of each task. */
const WORDS = Number(process.env['BENCH_WORDS'] ?? 200_000);
const WORDS_EACH = 40;
const settings: Settings = {
  connections: Number(process.env['BENCH_CONNECTIONS'] ?? 1),
  seconds: Number(process.env['BENCH_SECONDS'] ?? 2),
  repeats: Number(process.env['BENCH_REPEATS'] ?? 3),
};
const FOLDER = 'bench/results/search-plans';
const APP_ROLE = 'planerka_app';
const OFTEN = 8;

interface Question {
  readonly query: string;
  readonly kinds?: readonly string[];
  readonly owner?: true;
}

/** What people look for: rare and common words, beginnings, several, misspelt, in vain. */
function questions(words: readonly string[]): Readonly<Record<string, Question>> {
  const rare = words.at(-20) ?? '';
  const [common = '', second = ''] = words;
  return {
    'a rare word': { query: rare },
    'a word of every title': { query: 'столы' },
    'the same, of the whole agency': { query: 'столы', owner: true },
    'a word of every title, tasks alone': { query: 'столы', kinds: ['TASK'] },
    'a common word of briefs': { query: common },
    'two letters': { query: 'ст' },
    'three common words': { query: `стол пост ${second}` },
    'a client and a word': { query: `клиент 3 ${common}` },
    'a slip of the hand': { query: `${rare.slice(0, 3)}${rare.slice(4)}` },
    'in vain': { query: 'щщщэээ ъъъ' },
  };
}

/** Search in one large agency: what each question takes when nobody else asks. */
export async function run(workshop: Workshop): Promise<void> {
  const { ownerUrl, adminUrl, secret } = workshop;
  const words = inventWords(WORDS);
  const db = new pg.Client({ connectionString: ownerUrl });
  const admin = new pg.Client({ connectionString: adminUrl });
  await Promise.all([db.connect(), admin.connect()]);
  workshop.say(`Laying down an agency of ${SIZE.tasks} tasks`);
  const agency = await layDownAgency(db, 'Большое', SIZE, secret);
  await layDownBriefs(db, agency.agencyId, words, WORDS_EACH);
  await explainEverything(admin, new URL(adminUrl).pathname.slice(1), APP_ROLE, {
    'auto_explain.log_min_duration': '-1',
  });
  const server = await workshop.startApi();
  await indexed(workshop, admin);
  await admin.query('VACUUM (ANALYZE)');
  const figures: Record<string, ScreenFigures> = {};
  const asked = Object.entries(questions(words)).map(
    ([name, question]) => [name, contenderOf(server, agency, question)] as const,
  );
  for (const [name, contender] of asked) {
    workshop.say(`Measuring: ${name}`);
    figures[name] = reportOf(await alternate([contender], settings), contender.name);
  }
  await server.stop();
  for (const file of await writeReport('search', ownerUrl, { ...settings, ...SIZE, words: WORDS }, figures, {
    limit: 'search',
  }))
    workshop.say(`Written: ${file}`);
  await lookAtPlans(
    workshop,
    admin,
    asked.map(([name]) => name),
    questions(words),
    agency,
  );
  await Promise.all([db.end(), admin.end()]);
}

/** The server indexes by itself; there is nothing to measure before it is through. */
async function indexed(workshop: Workshop, admin: pg.Client): Promise<void> {
  const began = performance.now();
  for (let said = Infinity; ;) {
    const { rows } = await admin.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM search_pending');
    const waiting = rows[0]?.waiting ?? 0;
    if (waiting === 0) break;
    if (waiting < said - 20_000) workshop.say(`${(said = waiting)} things wait to be indexed`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { rows } = await admin.query<{ documents: number; words: number; postings: number; size: string }>(
    `SELECT (SELECT count(*)::int FROM search_document) AS documents, (SELECT count(*)::int FROM search_word) AS words,
      (SELECT count(*)::int FROM search_posting) AS postings,
      pg_size_pretty(sum(pg_total_relation_size(c.oid))) AS size FROM pg_class c WHERE relname LIKE 'search\\_%' AND relkind = 'r'`,
  );
  workshop.say(`Indexed in ${Math.round((performance.now() - began) / 1_000)} s: ${JSON.stringify(rows[0])}`);
}

function contenderOf(
  { pid, url }: { readonly pid: number; readonly url: string },
  agency: BenchAgency,
  question: Question,
): Contender {
  const { query, kinds = [], owner } = question;
  const viewer: BenchViewer = owner ? agency.owner : agency.manager;
  return {
    name: 'search',
    pid,
    url: `${url}/graphql`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: viewer.cookie,
      'x-planerka-agency': agency.agencyId,
    },
    body: JSON.stringify({
      operationName: 'DeskSearch',
      query: operationText('DeskSearch'),
      variables: { query, kinds, first: 6 },
    }),
  };
}

async function lookAtPlans(
  workshop: Workshop,
  admin: pg.Client,
  names: readonly string[],
  all: Readonly<Record<string, Question>>,
  agency: BenchAgency,
): Promise<void> {
  await explainEverything(admin, new URL(workshop.adminUrl).pathname.slice(1), APP_ROLE);
  const server = await workshop.startApi();
  const plans = new Map<string, readonly Plan[]>();
  for (const name of names) {
    const question = all[name];
    if (!question) continue;
    const contender = contenderOf(server, agency, question);
    plans.set(
      name,
      await plansOf(workshop.postgresLog, async () => {
        for (let time = 0; time < OFTEN; time++) await answerOf(contender);
      }),
    );
  }
  await server.stop();
  savePlans(FOLDER, plans);
  workshop.say(`Written: ${FOLDER}`);
  const bad: string[] = [];
  for (const [name, own] of plans) for (const table of await scannedThrough(admin, own)) bad.push(`${name}: ${table}`);
  if (bad.length > 0)
    throw new Error(`Read from end to end, tables of more than ${SMALL_PAGES} pages: ${bad.join(', ')}`);
}
