import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import { median, type Run } from './load.ts';

type ByContender<T> = Readonly<Record<string, T>>;

/** Of one screen, medians over the runs: requests per second by contender, then what goes with them. */
export interface ScreenFigures {
  readonly rps: ByContender<number>;
  /** Throughput as a part of the limit's, of the medians. */
  readonly ratio: ByContender<number>;
  /** Milliseconds. */
  readonly p50: ByContender<number>;
  readonly p99: ByContender<number>;
  /** Milliseconds of its own process's processor time for a request; null where the system does not tell. */
  readonly cpu: ByContender<number | null>;
  /** Requests per second of the slowest and the quickest run. */
  readonly spread: ByContender<{ readonly least: number; readonly most: number }>;
}

/** Megabytes that the product's process held. */
export interface Memory {
  readonly idle: number;
  readonly underLoad: number;
}

export interface ReportOptions {
  /** The contender that the others are a part of; 'limit' by default. */
  readonly limit?: string;
  readonly memory?: Memory;
}

const FOLDER = 'bench/results';
export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** @param limit the contender that the others are a part of */
export function reportOf(runs: ReadonlyMap<string, readonly Run[]>, limit = 'limit'): ScreenFigures {
  const each = <T>(figure: (runs: readonly Run[]) => T): ByContender<T> =>
    Object.fromEntries([...runs].map(([name, own]) => [name, figure(own)]));
  const rps = each((own) => round(median(own.map(({ requestsPerSecond }) => requestsPerSecond)), 1));
  const all = (own: readonly Run[]) => own.map(({ requestsPerSecond }) => requestsPerSecond);
  return {
    rps,
    ratio: Object.fromEntries(
      Object.entries(rps).map(([name, value]) => [name, round(value / (rps[limit] ?? NaN), 2)]),
    ),
    p50: each((own) => round(median(own.map(({ p50 }) => p50)), 0)),
    p99: each((own) => round(median(own.map(({ p99 }) => p99)), 0)),
    cpu: each((own) => finite(round(median(own.map(({ cpu }) => cpu)), 1))),
    spread: each((own) => ({ least: round(Math.min(...all(own)), 1), most: round(Math.max(...all(own)), 1) })),
  };
}

/** Both files of a bench; resolves to their names. */
export async function writeReport(
  name: string,
  databaseUrl: string,
  settings: object,
  screens: Readonly<Record<string, ScreenFigures>>,
  { limit = 'limit', memory }: ReportOptions = {},
): Promise<readonly string[]> {
  const about = await aboutRun(databaseUrl, settings);
  const flat = Object.fromEntries(
    Object.entries(screens).map(([screen, { rps, ...rest }]) => [screen, { ...rps, ...rest }]),
  );
  const held = memory && {
    idle: finite(round(memory.idle, 0)),
    underLoad: finite(round(memory.underLoad, 0)),
  };
  const told = held
    ? `\nMemory of the API, MB: ${held.idle ?? '–'} idle before the load, ${held.underLoad ?? '–'} at most under it.\n`
    : '';
  return writeFiles(
    name,
    { about, ...(held && { memory: held }), ...flat },
    `${markdown(name, about, screens, limit)}${told}`,
  );
}

/** What a figure cannot be read without: when, on what, and how busy the machine was. */
export async function aboutRun(databaseUrl: string, settings: object): Promise<object> {
  return {
    date: new Date().toISOString(),
    node: process.version,
    postgres: await postgresVersion(databaseUrl),
    cores: availableParallelism(),
    load: round(loadavg()[0] ?? NaN, 2),
    ...settings,
  };
}

/** Resolves to the names of both files. */
export function writeFiles(name: string, figures: object, text: string): readonly string[] {
  mkdirSync(FOLDER, { recursive: true });
  const files = [`${FOLDER}/${name}.json`, `${FOLDER}/${name}.md`] as const;
  writeFileSync(files[0], `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(files[1], text);
  return files;
}

/** The heading of a results file. */
export const heading = (name: string, about: object): readonly string[] => [
  `# ${name}`,
  '',
  Object.entries(about)
    .map(([key, value]) => `${key} ${value}`)
    .join(' · '),
  '',
];

async function postgresVersion(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    return rows[0]?.version ?? '';
  } finally {
    await client.end();
  }
}

function markdown(
  name: string,
  about: object,
  screens: Readonly<Record<string, ScreenFigures>>,
  limit: string,
): string {
  const rows = Object.entries(screens).flatMap(([screen, { rps, ratio, p50, p99, cpu, spread }]) =>
    Object.entries(rps).map(
      ([contender, value]) =>
        `| ${screen} | ${contender} | ${value} | ${spread[contender]?.least}–${spread[contender]?.most} | ${ratio[contender]} | ${p50[contender]} | ${p99[contender]} | ${cpu[contender] ?? '–'} |`,
    ),
  );
  return [
    ...heading(name, about),
    `| ${limit === 'limit' ? 'screen' : 'command'} | contender | requests/s, median | least–most | ÷ ${limit} | p50, ms | p99, ms | Node, ms/request |`,
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
