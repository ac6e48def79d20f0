import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { median } from '../lib/load.ts';
import type { PageSize } from '../lib/workshop.ts';
import type { Frames } from './frames.ts';
import type { Score } from './lighthouse.ts';
import type { Keystrokes } from './typing.ts';

export interface WebFigures {
  readonly browser: string;
  readonly settings: { readonly repeats: number; readonly slowdown: number };
  readonly sizes: readonly PageSize[];
  readonly lighthouse: Readonly<Record<string, readonly Score[]>>;
  readonly frames: Readonly<Record<string, readonly Frames[]>>;
  readonly typing: Readonly<Record<string, readonly Keystrokes[]>>;
}

interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

type Summary = Readonly<Record<string, Readonly<Record<string, Figure>>>>;

const FOLDER = 'bench/results';

/** Of each thing that was done, each of its figures over the repeats. */
function summaryOf(runs: Readonly<Record<string, readonly object[]>>): Summary {
  return Object.fromEntries(
    Object.entries(runs).map(([name, repeats]) => {
      const keys = Object.keys(repeats[0] ?? {});
      const valuesOf = (key: string) => repeats.map((one) => Number(Reflect.get(one, key)));
      return [name, Object.fromEntries(keys.map((key) => [key, figureOf(valuesOf(key))]))];
    }),
  );
}

const figureOf = (values: readonly number[]): Figure => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** Both files; resolves to their names. */
export function writeWebReport({ browser, settings, sizes, ...runs }: WebFigures): readonly string[] {
  const about = {
    date: new Date().toISOString(),
    node: process.version,
    browser,
    cores: availableParallelism(),
    load: Number((loadavg()[0] ?? NaN).toFixed(2)),
    ...settings,
  };
  const lighthouse = summaryOf(runs.lighthouse);
  const frames = summaryOf(runs.frames);
  const typing = summaryOf(runs.typing);
  mkdirSync(FOLDER, { recursive: true });
  const files = [`${FOLDER}/web.json`, `${FOLDER}/web.md`] as const;
  writeFileSync(files[0], `${JSON.stringify({ about, sizes, lighthouse, frames, typing }, null, 2)}\n`);
  const lines = [
    '# web',
    '',
    Object.entries(about)
      .map(([key, value]) => `${key} ${String(value)}`)
      .join(' · '),
    '',
    'Medians, and in brackets the least and the most of the repeats.',
    '',
    '## JavaScript loaded at once, gzip',
    '',
    '| page | kB | bar |',
    '|---|---|---|',
    ...sizes.map(
      ({ name, size, bar }) => `| ${name.replaceAll('../', '')} | ${(size / 1000).toFixed(1)} | ${bar / 1000} |`,
    ),
    ...table('Lighthouse', lighthouse),
    ...table(`Frames, ms, on a processor ${settings.slowdown} times slower`, frames),
    ...table('A letter in the brief, ms from the key to its frame', typing),
    '',
  ];
  writeFileSync(files[1], lines.join('\n'));
  return files;
}

function table(title: string, rows: Summary): readonly string[] {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  if (columns.length === 0) return [];
  const cell = ({ median: middle, least, most }: Figure) => `${middle} (${least}–${most})`;
  return [
    '',
    `## ${title}`,
    '',
    `| | ${columns.map((name) => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()).join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...Object.entries(rows).map(([name, figures]) => `| ${name} | ${Object.values(figures).map(cell).join(' | ')} |`),
  ];
}
