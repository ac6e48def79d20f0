import { Temporal } from '@planerka/platform/domain';
import { createConnectionPool, createPrisma, readConfig, settingsOf } from '@planerka/platform/server';
import { agency } from './content/agency';
import { buildDemo } from './content/demo';
import type { Discipline, Role } from './content/types';
import { loadActivity } from './load/activity';
import { Calendar } from './load/calendar';
import { loadCampaigns } from './load/campaigns';
import { loadCalendars } from './load/calendars';
import { loadCases } from './load/cases';
import { loadClients } from './load/clients';
import { loadIdeas } from './load/ideas';
import { idOf } from './load/ids';
import { loadMeasurements } from './load/measurements';
import { loadMoney } from './load/money';
import { loadOwnStudio } from './load/own-studio';
import { demoPassword, loadPeople } from './load/people';
import { PictureGallery } from './load/pictures';
import { loadPlan } from './load/plan';
import { loadPlanTemplates } from './load/plan-templates';
import { loadImportMemory } from './load/import-memory';
import { loadPlanSeries } from './load/plan-series';
import { loadPlanLinks } from './load/plan-links';
import { loadPreflight } from './load/preflight';
import { loadSavedViews } from './load/saved-views';
import { loadReview } from './load/review';
import { loadRhythm } from './load/rhythm';
import { loadTasks } from './load/tasks';
import { loadTime } from './load/time';
import { loadWebhooks } from './load/webhooks';

export interface DemoLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** Loads the demo agency in one transaction, as the application's own role: all of it or nothing. */
export async function seedDemo(env: NodeJS.ProcessEnv = process.env): Promise<{ logins: readonly DemoLogin[] }> {
  const config = readConfig(env);
  const pool = createConnectionPool(config);
  const prisma = createPrisma(pool);
  const agencyId = idOf('agency', agency.slug);
  const now = Temporal.Instant.fromEpochMilliseconds(Date.now());
  const calendar = new Calendar(now, agency.timeZone);
  try {
    await prisma.$transaction(
      async (db) => {
        for (const setting of settingsOf({ agencyId })) await db.$executeRawUnsafe(setting);
        const demo = buildDemo(calendar.today.toString());
        const loading = { db, agencyId, demo, calendar, secret: config.secret };
        await loadPeople(loading);
        await loadClients(loading);
        await loadCampaigns(loading);
        await loadPlan(loading);
        await loadPreflight(loading);
        await loadMoney(loading);
        const gallery = new PictureGallery(config, agencyId);
        const hashes = await loadTasks(loading, gallery);
        await loadIdeas(loading, gallery);
        await loadTime(loading);
        await loadMeasurements(loading);
        await loadReview(loading, hashes);
        await loadRhythm(loading);
        await loadPlanTemplates(loading);
        await loadPlanSeries(loading);
        await loadImportMemory(loading);
        await loadPlanLinks(loading);
        await loadCalendars(loading);
        await loadSavedViews(loading);
        await loadCases(loading);
        await loadActivity(loading);
        await loadWebhooks(loading);
        await loadOwnStudio(db);
      },
      { timeout: 300_000, maxWait: 10_000 },
    );
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
  return { logins: demoLogins() };
}

const roleNames: Readonly<Record<Role | Discipline, string>> = {
  owner: 'owner',
  manager: 'SMM manager',
  specialist: 'specialist',
  copy: 'copywriter',
  design: 'designer',
  targeting: 'targetologist',
};

/** One of each kind, in the order in which a newcomer will want to look. */
function demoLogins(): DemoLogin[] {
  const first = (isWanted: (member: (typeof agency.members)[number]) => boolean) => agency.members.find(isWanted);
  const wanted = [
    first(({ role }) => role === 'owner'),
    first(({ role }) => role === 'manager'),
    ...(['copy', 'design', 'targeting'] as const).map((discipline) =>
      first(({ role, disciplines }) => role === 'specialist' && disciplines.includes(discipline)),
    ),
  ];
  return wanted.flatMap((member) =>
    member
      ? [
          {
            role: `${member.name}, ${roleNames[member.role === 'specialist' ? (member.disciplines[0] ?? member.role) : member.role]}`,
            email: member.email,
            password: demoPassword,
          },
        ]
      : [],
  );
}
