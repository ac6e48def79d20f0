import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { median, processorTime } from '../lib/load.ts';
import { round } from '../lib/report.ts';
import type { RunningServer } from '../lib/workshop.ts';
import { command, type LiveAgency } from './audience.ts';
import type { Crew } from './crew.ts';
import type { EarsReport } from './protocol.ts';

const PATIENCE_SECONDS = 60;
const LOOK_AGAIN_MS = 50;

export interface ReachFigures {
  readonly subscribers: number;
  readonly commands: number;
  /** Milliseconds from a command's being sent to its event's arrival, over all arrivals. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface PaceFigures extends ReachFigures {
  readonly messagesPerSecond: number;
  /** Milliseconds of the nodes' processor time for a thousand messages, with the commands that caused them; null where unknown. */
  readonly cpu: number | null;
}

export interface FloodFigures {
  readonly messagesPerSecond: number;
  readonly least: number;
  readonly most: number;
  readonly cpu: number | null;
}

/**
 * Commands on every node until every subscriber that may hear has heard one: there is no other sign that the server listens for it, and a
 * node's first command is slower than any after it by the code that it has to compile.
 */
export async function wake(
  crew: Crew,
  nodes: readonly RunningServer[],
  agencies: readonly LiveAgency[],
): Promise<void> {
  await until('Subscribers that hear nothing', async () => {
    for (const { url } of nodes) for (const agency of agencies) await command(url, agency);
    await sleep(500);
    return (await crew.report()).silent === 0;
  });
}

/** One command after the other, each on the next node and in the next agency, `everyMs` apart at least. */
export async function reach(
  crew: Crew,
  nodes: readonly RunningServer[],
  agencies: readonly LiveAgency[],
  subscribers: number,
  { commands, everyMs }: { readonly commands: number; readonly everyMs: number },
): Promise<PaceFigures> {
  await crew.listen({ moments: true });
  const before = computed(nodes);
  const sent = new Map<string, number>();
  const running: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < commands; n++) {
    const [node, agency] = [nodes[n % nodes.length], agencies[n % agencies.length]];
    if (!node || !agency) throw new Error('There is no node or no agency');
    running.push(command(node.url, agency).then(({ id, sentAt }) => void sent.set(id, sentAt)));
    const due = start + (n + 1) * everyMs;
    if (due > performance.now()) await sleep(due - performance.now());
  }
  await Promise.all(running);
  const expected = (commands * subscribers) / agencies.length;
  const heard = await allHeard(crew, expected);
  const cpu = (computed(nodes) - before) / (heard.messages / 1_000);
  const latencies = Object.entries(heard.moments)
    .flatMap(([id, moments]) => moments.map((moment) => moment - (sent.get(id) ?? NaN)))
    .sort((one, other) => one - other);
  if (latencies.some(Number.isNaN)) throw new Error('Something was heard that the bench has not done');
  const at = (part: number): number => round(latencies[Math.floor((latencies.length - 1) * part)] ?? NaN, 1);
  return {
    subscribers,
    commands,
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
    messagesPerSecond: Math.round(heard.messages / ((heard.last - heard.first) / 1_000)),
    cpu: finite(cpu),
  };
}

/** Events that are all committed before the nodes look: how fast they come through then, at the most. */
export async function flood(
  crew: Crew,
  nodes: readonly RunningServer[],
  ownerUrl: string,
  agency: LiveAgency,
  subscribers: number,
  { events, repeats }: { readonly events: number; readonly repeats: number },
): Promise<FloodFigures> {
  const rates: number[] = [];
  const cpus: number[] = [];
  for (let turn = 0; turn < repeats; turn++) {
    await crew.listen({ moments: false });
    const before = computed(nodes);
    await writeEvents(ownerUrl, agency, events);
    const { messages, first, last } = await allHeard(crew, events * subscribers);
    rates.push(messages / ((last - first) / 1_000));
    cpus.push((computed(nodes) - before) / (messages / 1_000));
  }
  return {
    messagesPerSecond: Math.round(median(rates)),
    least: Math.round(Math.min(...rates)),
    most: Math.round(Math.max(...rates)),
    cpu: finite(median(cpus)),
  };
}

async function writeEvents(ownerUrl: string, agency: LiveAgency, count: number): Promise<void> {
  const { agencyId, clientId, squadId } = agency;
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    await db.query('BEGIN');
    await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
    await db.query(
      `INSERT INTO outbox_event (agency_id, id, type, payload)
        SELECT $1, id, 'idea.captured', jsonb_build_object(
          'entity', jsonb_build_object('type', 'Idea', 'id', id), 'actor', jsonb_build_object('memberId', null, 'name', 'Анна Белова'),
          'audience', jsonb_build_object('clientId', $3::uuid, 'squadId', $4::uuid), 'related', jsonb_build_object('clientId', $3::uuid))
        FROM unnest($2::uuid[]) id`,
      [agencyId, Array.from({ length: count }, () => v7()), clientId, squadId],
    );
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

/** Resolves when so many have arrived, and fails when one arrives that should not. */
async function allHeard(crew: Crew, expected: number): Promise<EarsReport> {
  let report: EarsReport | undefined;
  await until(`${expected} messages`, async () => {
    report = await crew.report();
    if (report.leaked > 0) throw new Error(`${report.leaked} messages reached whoever must not hear them`);
    if (report.lost > 0) throw new Error(`${report.lost} subscribers were sent away`);
    if (report.messages > expected) throw new Error(`${report.messages} messages came instead of ${expected}`);
    return report.messages === expected;
  });
  if (!report) throw new Error('Nothing was reported');
  return report;
}

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_SECONDS * 1_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${what}: waited ${PATIENCE_SECONDS} s in vain`);
    await sleep(LOOK_AGAIN_MS);
  }
}

const computed = (nodes: readonly RunningServer[]): number =>
  nodes.reduce((sum, { pid }) => sum + processorTime(pid), 0);

const finite = (value: number): number | null => (Number.isFinite(value) ? round(value, 1) : null);
