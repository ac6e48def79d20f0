import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN_MS = 25;
const PATIENCE_SECONDS = 600;
const STOP_SECONDS = 30;

export interface Step {
  /** Seconds since `npm start` was called. */
  readonly at: number;
  readonly says: string;
}

/** A product that `npm start` has started in a folder of its own. */
export interface StartedProduct {
  /** Seconds until the first page was served. */
  readonly seconds: number;
  readonly steps: readonly Step[];
  /** The API's process; undefined where the system does not tell. */
  readonly api: number | undefined;
  stop(): Promise<void>;
}

export async function startProduct(folder: string, port: number): Promise<StartedProduct> {
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1_000;
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PATH: ownPath(), PORT: String(port), DATA_DIR: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const steps: Step[] = [];
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      const says = /^ *[\d.]+ s {2}(.+)$/.exec(line)?.[1];
      if (says) steps.push({ at: since(), says });
    });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => reject(new Error(`npm start ended:\n${lines.slice(-15).join('\n')}`)));
    child.once('error', reject);
  });
  ended.catch(() => undefined);
  await Promise.race([served(`http://localhost:${port}/`), ended]);
  return { seconds: since(), steps, api: processOf(join(folder, 'dist/api/main.js')), stop: () => stop(child, folder) };
}

/** Without what `npm run` has put before it: a fresh clone brings its own Node. */
const ownPath = (): string =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);

async function served(url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_SECONDS * 1_000;
  while (performance.now() < deadline) {
    const page = await fetch(url).then(
      async (response) => response.ok && (await response.text()),
      () => false as const,
    );
    if (page !== false && page.includes('<script')) return;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error(`No page at ${url} within ${PATIENCE_SECONDS} s`);
}

/** As a service manager stops it; resolves when its server and its database are gone. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  child.kill('SIGTERM');
  const deadline = performance.now() + STOP_SECONDS * 1_000;
  const isThere = (): boolean =>
    processOf(join(folder, 'dist/api/main.js')) !== undefined || processOf(join(folder, 'var/postgres')) !== undefined;
  while (isThere()) {
    if (performance.now() > deadline) throw new Error(`The product in ${folder} has not stopped in ${STOP_SECONDS} s`);
    await sleep(LOOK_AGAIN_MS);
  }
}

function processOf(argument: string): number | undefined {
  if (!existsSync('/proc/self/cmdline')) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument)) return Number(pid);
    } catch {
      // Ended meanwhile.
    }
  }
  return undefined;
}

/** Megabytes, as the kernel counts them; undefined where it does not tell. */
export interface Memory {
  readonly rss: number;
  /** What the process has made for itself: heap, stacks, code compiled at run time. The rest is mapped files, shared with others. */
  readonly anonymous: number;
}

export function memoryOf(pid: number | undefined): Memory | undefined {
  const file = `/proc/${pid}/smaps_rollup`;
  if (pid === undefined || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const of = (field: string): number =>
    Math.round(Number(new RegExp(`^${field}: +(\\d+) kB`, 'm').exec(text)?.[1]) / 1024);
  return { rss: of('Rss'), anonymous: of('Anonymous') };
}
