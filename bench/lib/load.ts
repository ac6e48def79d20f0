import { existsSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** One request, asked over and over. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  /** The process that answers. */
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Run {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor that its own process spent on a request; PostgreSQL's are not in it. NaN where it cannot be known. */
  readonly cpu: number;
}

export interface Settings {
  readonly connections: number;
  readonly seconds: number;
  readonly repeats: number;
}

/** The whole answer once, for comparing before measuring. */
export async function answerOf({ name, url, headers, body }: Contender): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${name} answers ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

const TIMEOUT_SECONDS = 60;
/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds since the process began, its own and the kernel's for it; NaN where the system does not tell. */
export function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  // The second field is a name in brackets and may hold anything; user and system time are the 14th and 15th.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** A turn too short for a single answer says nothing: on a machine as busy as that it is made longer, up to this. */
const LONGEST_SECONDS = 60;

async function load(contender: Contender, connections: number, seconds: number): Promise<Run> {
  const { name, url, pid, headers, body } = contender;
  const before = processorTime(pid);
  const { requests, latency, duration, errors, timeouts, non2xx } = await autocannon({
    url,
    method: 'POST',
    headers: { ...headers },
    body,
    connections,
    duration: seconds,
    timeout: TIMEOUT_SECONDS,
  });
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${name}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refusals under load`);
  if (requests.total === 0) {
    if (seconds >= LONGEST_SECONDS) throw new Error(`${name} has not answered once in ${seconds} s`);
    return load(contender, connections, Math.min(4 * seconds, LONGEST_SECONDS));
  }
  return {
    requestsPerSecond: requests.total / duration,
    p50: latency.p50,
    p99: latency.p99,
    cpu: (processorTime(pid) - before) / requests.total,
  };
}

const WARM_UP_SECONDS = 2;

/** Turn by turn, so that whatever else the machine does falls on all alike. Before that each is warmed up. */
export async function alternate(
  contenders: readonly Contender[],
  { connections, seconds, repeats }: Settings,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await load(contender, connections, Math.min(seconds, WARM_UP_SECONDS));
  for (let turn = 0; turn < repeats; turn++) {
    const order = turn % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) runs.get(contender.name)?.push(await load(contender, connections, seconds));
  }
  return runs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
