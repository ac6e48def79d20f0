import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { layDownAgency } from '../data/agency.ts';
import { COMMANDS, layDownCommands, type Command, type Prepared, type Subject } from '../data/commands.ts';
import { forgetSearchNotes } from '../data/search-notes.ts';
import { giveCommands, type CommandRun } from '../lib/commands.ts';
import type { Run } from '../lib/load.ts';
import { operationOf } from '../lib/operations.ts';
import { reportOf, writeReport, type ScreenFigures } from '../lib/report.ts';
import type { RunningServer, Workshop } from '../lib/workshop.ts';
import { tracesOf } from './traces.ts';

const AGENCY = { clients: 25, tasks: 5_000 };
const settings = {
  connections: Number(process.env['BENCH_CONNECTIONS'] ?? 32),
  repeats: Number(process.env['BENCH_REPEATS'] ?? 5),
  /** What each contender is given in one turn, and once before to warm up. */
  commands: Number(process.env['BENCH_COMMANDS'] ?? 300),
};
const CONTENDERS = ['handWritten', 'plain', 'persisted'] as const;
const CONTENT = {
  kind: 'copy',
  text: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Стол из сосны, за которым поместятся все. '.repeat(8) }] },
    ],
  },
};

const OPERATIONS: Readonly<Record<Command, string>> = {
  accept: 'AcceptTask',
  submit: 'SubmitTask',
  approve: 'ApproveTask',
  payout: 'MarkPayoutPaid',
};

/** The commands that people wait for, against the same transactions written by hand. */
export async function run(workshop: Workshop): Promise<void> {
  const db = new pg.Client({ connectionString: workshop.ownerUrl });
  await db.connect();
  try {
    const prepared = await layDown(db, workshop);
    const api = await workshop.startApi();
    const servers = {
      handWritten: await workshop.startScript('writes/hand-written-server.ts'),
      plain: api,
      persisted: api,
    };
    const figures: Record<string, ScreenFigures> = {};
    for (const command of COMMANDS) {
      const turns = turnsOf(command, prepared[command], servers);
      await requireSameTraces(db, command, prepared[command], turns);
      workshop.say(`Measuring: ${command}`);
      figures[command] = reportOf(await alternate(db, turns), 'handWritten');
    }
    for (const file of await writeReport('writes', workshop.ownerUrl, settings, figures, { limit: 'handWritten' }))
      workshop.say(`Written: ${file}`);
  } finally {
    await db.end();
  }
}

async function layDown(db: pg.Client, { secret, say }: Workshop): Promise<Readonly<Record<Command, Prepared>>> {
  const count = CONTENDERS.length * (1 + settings.commands * (settings.repeats + 1));
  say(`Laying down an agency with ${count} subjects for each of ${COMMANDS.length} commands`);
  const { agencyId } = await layDownAgency(db, 'Маяк', AGENCY, secret);
  const prepared = await layDownCommands(db, agencyId, count, secret);
  await forgetSearchNotes(db, agencyId);
  await db.query('VACUUM (ANALYZE)');
  return prepared;
}

interface Turns {
  readonly of: (contender: (typeof CONTENDERS)[number], subjects: readonly Subject[]) => CommandRun;
  /** Never the same twice. */
  take(count: number): readonly Subject[];
}

function turnsOf(
  command: Command,
  { viewer, subjects }: Prepared,
  servers: Readonly<Record<(typeof CONTENDERS)[number], RunningServer>>,
): Turns {
  const operationName = OPERATIONS[command];
  const { id: sha256Hash, text: query } = operationOf(operationName);
  const today = new Date().toISOString().slice(0, 10);
  const inputOf = ({ id, version: expectedVersion }: Subject): object => {
    if (command === 'payout') return { payoutId: id, expectedVersion, paidOn: today };
    return { taskId: id, expectedVersion, ...(command === 'submit' && { content: CONTENT }) };
  };
  let taken = 0;
  return {
    of: (name, wanted) => ({
      name,
      pid: servers[name].pid,
      url: `${servers[name].url}/${name === 'handWritten' ? command : 'graphql'}`,
      headers: { 'content-type': 'application/json', cookie: viewer.cookie, 'x-planerka-agency': viewer.agencyId },
      bodies: wanted.map((subject) => {
        const variables = { input: inputOf(subject) };
        switch (name) {
          case 'handWritten':
            return JSON.stringify({ variables });
          case 'plain':
            return JSON.stringify({ operationName, query, variables });
          case 'persisted':
            return JSON.stringify({
              operationName,
              variables,
              extensions: { persistedQuery: { version: 1, sha256Hash } },
            });
        }
      }),
      isDone: (answer) => answer.includes('Success"'),
    }),
    take: (count) => subjects.slice(taken, (taken += count)),
  };
}

/** A contender that leaves other rows behind is fast for nothing. */
async function requireSameTraces(
  db: pg.Client,
  command: Command,
  { viewer }: Prepared,
  { of, take }: Turns,
): Promise<void> {
  const traces: unknown[] = [];
  for (const name of CONTENDERS) {
    const subjects = take(1);
    await giveCommands(of(name, subjects), 1);
    for (const { id } of subjects) traces.push(await tracesOf(db, viewer.agencyId, command, id));
  }
  if (!traces.every((left) => isDeepStrictEqual(left, traces[0])))
    throw new Error(`${command}: the contenders leave different rows\n${JSON.stringify(traces, null, 2)}`);
}

/** Turn by turn, so that whatever else the machine does falls on all alike; the first turn of each only warms up. */
async function alternate(db: pg.Client, { of, take }: Turns): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(CONTENDERS.map((name) => [name, []]));
  for (let turn = 0; turn <= settings.repeats; turn++) {
    const order = turn % 2 === 0 ? CONTENDERS : CONTENDERS.toReversed();
    for (const name of order) {
      const run = await giveCommands(of(name, take(settings.commands)), settings.connections);
      if (turn > 0) runs.get(name)?.push(run);
      await untilDispatched(db);
    }
  }
  return runs;
}

/** The product hands out the events of both; what one turn left must not burden the next. */
async function untilDispatched(db: pg.Client): Promise<void> {
  for (;;) {
    await db.query('BEGIN');
    await db.query(`SET LOCAL app.system = 'on'`);
    const { rowCount } = await db.query('SELECT 1 FROM outbox_event WHERE dispatched_at IS NULL LIMIT 1');
    await db.query('COMMIT');
    if (rowCount === 0) return;
    await sleep(100);
  }
}
