import type { Browser } from '@playwright/test';
import pg from 'pg';
import { layDownAgency, type BenchViewer } from '../data/agency.ts';
import type { Workshop } from '../lib/workshop.ts';
import { openBrowser } from './browser.ts';
import { openDemo, type Demo } from './demo.ts';
import type { Frames } from './frames.ts';
import { interactions, measure, SLOWDOWN } from './interactions.ts';
import { scoreOf, type Score, type Visit } from './lighthouse.ts';
import { writeWebReport } from './web-report.ts';
import { typeIntoBrief, type Keystrokes } from './typing.ts';

const settings = {
  /** How often each thing is done. */
  repeats: Number(process.env['BENCH_REPEATS'] ?? 3),
  slowdown: SLOWDOWN,
  /** Only what is called so: «timeline». */
  only: process.env['BENCH_ONLY'] ?? '',
};
/** A manager sees the clients of one squad of five: 2,000 tasks, and 17 publications on each day. */
const AGENCY = { clients: 85, tasks: 10_000 };

/** What is loaded, how soon it is there, and how it moves under a hand. Some parts alone: BENCH_PARTS=sizes,lighthouse,frames,typing. */
export async function run(workshop: Workshop): Promise<void> {
  const parts = new Set((process.env['BENCH_PARTS'] ?? 'sizes,lighthouse,frames,typing').split(','));
  const say = (what: string) => workshop.say(`Measuring: ${what}`);
  const needsDemo = parts.has('lighthouse') || parts.has('typing');
  const logins = needsDemo ? await workshop.loadDemo() : [];
  const viewer = await layDown(workshop);
  const { url: origin } = await workshop.startApi();
  const demo = needsDemo ? await openDemo(origin, logins) : undefined;
  const { path, port } = await workshop.findBrowser();
  const browser = await openBrowser(path, port);
  try {
    const files = writeWebReport({
      browser: `Chromium ${browser.version()}`,
      settings,
      sizes: parts.has('sizes') ? await workshop.pageSizes() : [],
      lighthouse:
        demo && parts.has('lighthouse') && (await workshop.prepareLighthouse())
          ? await visits(demo, origin, port, say)
          : {},
      frames: parts.has('frames') ? await movements(browser, origin, viewer, say) : {},
      typing: demo && parts.has('typing') ? await keystrokes(browser, demo, say) : {},
    });
    for (const file of files) workshop.say(`Written: ${file}`);
  } finally {
    await browser.close();
  }
}

type Say = (what: string) => void;
type Runs<T> = Readonly<Record<string, readonly T[]>>;

async function repeat<T>(once: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let turn = 0; turn < settings.repeats; turn++) all.push(await once());
  return all;
}

async function visits({ cookie, guestUrl }: Demo, origin: string, port: number, say: Say): Promise<Runs<Score>> {
  const pages: Readonly<Record<string, Visit>> = {
    'guest, phone': { url: guestUrl, device: 'phone' },
    'today, desktop': { url: `${origin}/today`, device: 'desktop', cookie },
    'tasks, desktop': { url: `${origin}/tasks`, device: 'desktop', cookie },
    'today, phone': { url: `${origin}/today`, device: 'phone', cookie },
  };
  const scores: Record<string, readonly Score[]> = {};
  for (const [name, visit] of Object.entries(pages)) {
    say(name);
    scores[name] = await repeat(() => scoreOf(visit, port));
  }
  return scores;
}

async function movements(browser: Browser, origin: string, viewer: BenchViewer, say: Say): Promise<Runs<Frames>> {
  const frames: Record<string, readonly Frames[]> = {};
  for (const interaction of interactions(nextMonth()).filter(({ name }) => name.includes(settings.only))) {
    say(interaction.name);
    frames[interaction.name] = await repeat(() => measure(browser, origin, viewer, interaction));
  }
  return frames;
}

/** Of this one a part is out, and what is out stays where it is. */
function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
}

async function keystrokes(browser: Browser, demo: Demo, say: Say): Promise<Runs<Keystrokes>> {
  say('typing');
  return {
    'as it is': await repeat(() => typeIntoBrief(browser, demo.briefUrl, demo, 1)),
    [`${SLOWDOWN} × slower`]: await repeat(() => typeIntoBrief(browser, demo.briefUrl, demo, SLOWDOWN)),
  };
}

async function layDown({ ownerUrl, secret, say }: Workshop): Promise<BenchViewer> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    say(`Laying down an agency of ${AGENCY.tasks} tasks`);
    const { manager: viewer } = await layDownAgency(db, 'Маяк', AGENCY, secret);
    // Three long columns in place of one: what is done is spread over those that look the same.
    await db.query('BEGIN');
    await db.query(`SET LOCAL app.agency_id = '${viewer.agencyId}'`);
    await db.query(
      `UPDATE task SET state = (ARRAY['in_review', 'client_review', 'done'])[1 + abs(hashtext(id::text)) % 3]::"TaskState"
        WHERE agency_id = $1 AND state = 'done'`,
      [viewer.agencyId],
    );
    await db.query('COMMIT');
    await db.query('VACUUM (ANALYZE)');
    return viewer;
  } finally {
    await db.end();
  }
}
