import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../lib/load.ts';
import { heading, round, writeFiles } from '../lib/report.ts';
import { memoryOf, startProduct, type Memory, type StartedProduct, type Step } from './product.ts';

const SECOND_STARTS = Number(process.env['BENCH_REPEATS'] ?? 3);
const IDLE_SECONDS = 20;

interface Bench {
  say(sentence: string): void;
  freePort(): Promise<number>;
  onEnd(cleanup: () => void | Promise<void>): void;
}

interface Figures {
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** What somebody sees who has just cloned it: how long until the first page, and how long the next time; and what it takes idle. */
export async function run({ say, freePort, onEnd }: Bench): Promise<void> {
  const folder = join(process.cwd(), 'var', 'bench', `start-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  const clone = join(folder, 'planerka');
  say('Cloning what is committed');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone]);
  let running: StartedProduct | undefined;
  onEnd(() => running?.stop());
  const port = await freePort();
  const start = async (): Promise<Figures> => {
    running = await startProduct(clone, port);
    return {
      seconds: round(running.seconds, 1),
      steps: running.steps.map(({ at, says }) => ({ at: round(at, 1), says })),
    };
  };

  say('Starting it for the first time');
  const first = await start();
  await sleep(IDLE_SECONDS * 1_000);
  const afterFirst = memoryOf(running?.api);
  await running?.stop();
  const seconds: Figures[] = [];
  let idle: Memory | undefined;
  for (let n = 0; n < SECOND_STARTS; n++) {
    say('Starting it again');
    seconds.push(await start());
    if (n === SECOND_STARTS - 1) {
      await sleep(IDLE_SECONDS * 1_000);
      idle = memoryOf(running?.api);
    }
    await running?.stop();
  }
  running = undefined;

  const about = {
    date: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    load: round(loadavg()[0] ?? NaN, 2),
    secondStarts: SECOND_STARTS,
  };
  const second = round(median(seconds.map((each) => each.seconds)), 1);
  const figures = {
    first,
    second: { seconds: second, each: seconds },
    idleMegabytes: { afterFirst: afterFirst ?? null, afterSecond: idle ?? null },
  };
  const text = [
    ...heading('start', about),
    '| start | seconds to the first page | bar |',
    '|---|---|---|',
    `| first, from a fresh clone with a warm npm cache | ${first.seconds} | 120 |`,
    `| second, median of ${SECOND_STARTS} | ${second} | 5 |`,
    '',
    `| the API, ${IDLE_SECONDS} s idle | RSS, MB | of it its own, MB | bar |`,
    '|---|---|---|---|',
    `| after the first start | ${afterFirst?.rss ?? '–'} | ${afterFirst?.anonymous ?? '–'} | 200 |`,
    `| after a second start | ${idle?.rss ?? '–'} | ${idle?.anonymous ?? '–'} | 200 |`,
    '',
    ...timeline('First start', first),
    ...(seconds[0] ? timeline('Second start', seconds[0]) : []),
  ].join('\n');
  for (const file of writeFiles('start', { about, ...figures }, text)) say(`Written: ${file}`);
}

const timeline = (name: string, { seconds, steps }: Figures): readonly string[] => [
  `| ${name}: begins at, s | step |`,
  '|---|---|',
  ...steps.map(({ at, says }) => `| ${at} | ${says} |`),
  `| ${seconds} | the first page |`,
  '',
];
