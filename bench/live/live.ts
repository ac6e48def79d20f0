import { operationText } from '../lib/operations.ts';
import { aboutRun, heading, writeFiles } from '../lib/report.ts';
import type { RunningServer, Workshop } from '../lib/workshop.ts';
import { layDownAudience, type LiveAgency } from './audience.ts';
import { commits, type CommitFigures } from './commits.ts';
import { crewOf, type Crew } from './crew.ts';
import { flood, reach, wake, type FloodFigures, type PaceFigures } from './measures.ts';

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const settings = {
  subscribers: setting('BENCH_SUBSCRIBERS', 1_000),
  seconds: setting('BENCH_SECONDS', 4),
  repeats: setting('BENCH_REPEATS', 3),
};
const EAR_PROCESSES = 2;
const SEVERAL = 10;
/** Beside every twenty who may hear there is one who may not. */
const MAY_NOT_HEAR = 1 / 20;
const REACH_EVERY_MS = 100;
/** Sixty events a second to five hundred subscribers are thirty thousand messages. */
const PACE_EVERY_MS = 1_000 / 60;
const FLOOD_EVENTS = 300;
const COMMITTING = 8;

interface NodeFigures {
  readonly one: PaceFigures;
  readonly several: PaceFigures;
  readonly pace: PaceFigures;
  readonly flood: FloodFigures;
}

/** Live updates: how soon an event reaches all, how many messages a second, on one node and on two; and what an event costs a commit. */
export async function run(workshop: Workshop): Promise<void> {
  const { say } = workshop;
  const half = settings.subscribers / 2;
  say(`Laying down ${1 + SEVERAL} agencies with ${2 * settings.subscribers} subscribers`);
  const heads = (managers: number) => ({ managers, specialists: Math.ceil(managers * MAY_NOT_HEAR) });
  const [agency] = (await layDownAudience(workshop, 1, heads(settings.subscribers))) as [LiveAgency];
  const several = await layDownAudience(workshop, SEVERAL, heads(settings.subscribers / SEVERAL));
  const figures: Record<string, NodeFigures> = {};
  let commitFigures: CommitFigures | undefined;
  const crew = await crewOf(EAR_PROCESSES);
  try {
    for (const count of [1, 2]) {
      const nodes = await Promise.all(Array.from({ length: count }, () => workshop.startApi()));
      const calm = { commands: Math.round((settings.seconds * 1_000) / REACH_EVERY_MS), everyMs: REACH_EVERY_MS };
      const measured = async <T>(
        what: string,
        agencies: readonly LiveAgency[],
        subscribers: number,
        measure: () => Promise<T>,
      ): Promise<T> => {
        say(`${count === 1 ? 'One node' : 'Two nodes'}: ${what}`);
        await openAll(crew, nodes, agencies, subscribers);
        try {
          await wake(crew, nodes, agencies);
          return await measure();
        } finally {
          await crew.close();
        }
      };
      const all = settings.subscribers;
      const one = await measured(`${all} subscribers of one agency`, [agency], all, () =>
        reach(crew, nodes, [agency], all, calm),
      );
      const many = await measured(`${all} subscribers of ${SEVERAL} agencies`, several, all, () =>
        reach(crew, nodes, several, all, calm),
      );
      const hard = { commands: Math.round((settings.seconds * 1_000) / PACE_EVERY_MS), everyMs: PACE_EVERY_MS };
      const [pace, flooded] = await measured(
        `${half} subscribers, as many messages as may be`,
        [agency],
        half,
        async () => [
          await reach(crew, nodes, [agency], half, hard),
          await flood(crew, nodes, workshop.ownerUrl, agency, half, {
            events: FLOOD_EVENTS,
            repeats: settings.repeats,
          }),
        ],
      );
      figures[count === 1 ? 'oneNode' : 'twoNodes'] = { one, several: many, pace, flood: flooded };
      if (count === 1) {
        say('Commits with events and without');
        commitFigures = await commits(workshop.ownerUrl, agency, {
          connections: COMMITTING,
          seconds: settings.seconds / 4,
          repeats: 2 * settings.repeats + 1,
        });
      }
      await Promise.all(nodes.map(({ stop }) => stop()));
    }
  } finally {
    crew.stop();
  }
  if (!commitFigures) throw new Error('Commits were not measured');
  const about = await aboutRun(workshop.ownerUrl, settings);
  const files = writeFiles(
    'live',
    { about, ...figures, commits: commitFigures },
    markdown(about, figures, commitFigures),
  );
  for (const file of files) say(`Written: ${file}`);
}

/** Of each agency as many as may hear, and those beside them who may not; in turn on each node. */
async function openAll(
  crew: Crew,
  nodes: readonly RunningServer[],
  agencies: readonly LiveAgency[],
  subscribers: number,
): Promise<void> {
  const each = subscribers / agencies.length;
  const people = agencies.flatMap(({ people }) => [
    ...people.filter(({ mayHear }) => mayHear).slice(0, each),
    ...people.filter(({ mayHear }) => !mayHear),
  ]);
  await crew.open(
    // The crew deals them out one by one, too: pairs, so that each of its processes has subscribers of both nodes.
    people.map((person, n) => ({ ...person, url: nodes[Math.floor(n / EAR_PROCESSES) % nodes.length]?.url ?? '' })),
    operationText('Happened'),
  );
}

function markdown(
  about: object,
  figures: Readonly<Record<string, NodeFigures>>,
  { perSecond, ratio, spread, handedOn }: CommitFigures,
): string {
  const paces = Object.entries(figures).flatMap(([nodes, { one, several, pace }]) =>
    Object.entries({ 'one agency': one, 'several agencies': several, 'at pace': pace }).map(
      ([what, { subscribers, commands, p50, p99, most, messagesPerSecond, cpu }]) =>
        `| ${nodes} | ${what} | ${subscribers} | ${commands} | ${p50} | ${p99} | ${most} | ${messagesPerSecond} | ${cpu ?? '–'} |`,
    ),
  );
  return [
    ...heading('live', about),
    '| nodes | subscribers of | how many | commands | p50, ms | p99, ms | most, ms | messages/s | Node, ms/1000 messages |',
    '|---|---|---|---|---|---|---|---|---|',
    ...paces,
    '',
    '| nodes | flood: messages/s, median | least–most | Node, ms/1000 messages |',
    '|---|---|---|---|',
    ...Object.entries(figures).map(
      ([
        nodes,
        {
          flood: { messagesPerSecond, least, most, cpu },
        },
      ]) => `| ${nodes} | ${messagesPerSecond} | ${least}–${most} | ${cpu ?? '–'} |`,
    ),
    '',
    '| a commit with | commits/s, median | least–most | ÷ none |',
    '|---|---|---|---|',
    ...(Object.keys(perSecond) as (keyof typeof perSecond)[]).map(
      (name) => `| ${name} | ${perSecond[name]} | ${spread[name].least}–${spread[name].most} | ${ratio[name]} |`,
    ),
    '',
    Number.isFinite(handedOn)
      ? `One node hands on ${handedOn} events a second while nobody commits.`
      : 'How many events a node hands on was not seen: none were left when nobody committed any more.',
    '',
  ].join('\n');
}
