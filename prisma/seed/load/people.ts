import type { DeliverableType, Discipline } from '@planerka/agency/domain';
import type { AgencyContent, ItemFormat } from '../content/types';
import { hashPassword } from 'better-auth/crypto';
import { idOf } from './ids';
import { currency, kopecks, type Loading } from './loading';

export const demoPassword = 'planerka-demo';

/** When the agency wrote its rate card: before the demo's first task. */
const earliestRateDay = -94;

const deliverables: Readonly<Record<Discipline, Readonly<Partial<Record<ItemFormat, DeliverableType>>>>> = {
  copy: {
    post: 'post',
    carousel: 'post',
    story: 'story_script',
    reel: 'video_script',
    video: 'video_script',
    article: 'article',
    ad: 'ad_text',
    contest: 'contest_rules',
  },
  design: {
    post: 'image',
    carousel: 'carousel',
    story: 'story',
    reel: 'video_edit',
    video: 'video_edit',
    article: 'cover',
    ad: 'banner',
  },
  targeting: { ad: 'ad_setup' },
};

export const deliverableTypeFor = (discipline: Discipline, format: ItemFormat): DeliverableType | null =>
  deliverables[discipline][format] ?? null;

/** Several formats are one kind of work (a carousel's text is a post): the first one named gives its rate. */
function rateCardOf({ agencyRates, rates }: Pick<AgencyContent, 'agencyRates' | 'rates'>) {
  const own = rates.map(({ deliverable, ...rate }) => ({
    ...rate,
    deliverableType: deliverable === 'any' ? null : deliverableTypeFor(rate.discipline, deliverable),
  }));
  const shared = agencyRates.map(({ deliverable, ...rate }) => ({
    ...rate,
    member: null,
    deliverableType: deliverable,
    sinceDay: earliestRateDay,
  }));
  const isSaidBefore = new Set<string>();
  return [...shared, ...own].filter(({ member, discipline, deliverableType, unit, sinceDay }) => {
    const what = [member, discipline, deliverableType, unit, sinceDay].join();
    return !isSaidBefore.has(what) && isSaidBefore.add(what);
  });
}

export async function loadPeople({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const { agency } = demo;
  await db.agency.create({
    data: {
      id: agencyId,
      name: agency.name,
      timeZone: agency.timeZone,
      currency: agency.currency,
      marginGoal: agency.marginGoalPercent,
      killFeePercent: 30,
      isDemo: true,
    },
  });
  // One password for all: hashing is slow on purpose, and the demo's is printed anyway.
  const password = await hashPassword(demoPassword);
  await db.user.createMany({
    data: agency.members.map(({ slug, name, email }) => ({
      id: idOf('user', slug),
      name,
      email,
      emailVerified: true,
    })),
  });
  await db.account.createMany({
    data: agency.members.map(({ slug }) => ({
      id: idOf('account', slug),
      accountId: idOf('user', slug),
      providerId: 'credential',
      userId: idOf('user', slug),
      password,
    })),
  });
  await db.member.createMany({
    data: agency.members.map(({ slug, name, email, role, disciplines, employment, weeklyHours, joinedDay }) => ({
      agencyId,
      id: idOf('member', slug),
      userId: idOf('user', slug),
      name,
      email,
      role,
      disciplines: [...disciplines],
      employment,
      weeklyHours,
      createdAt: calendar.at(joinedDay, '10:00'),
    })),
  });
  await db.absence.createMany({
    data: agency.absences.map(({ member, kind, fromDay, toDay, note }, index) => ({
      agencyId,
      id: idOf('absence', index),
      memberId: idOf('member', member),
      kind,
      startsOn: calendar.date(fromDay),
      endsOn: calendar.date(toDay),
      note,
    })),
  });
  await db.squad.createMany({
    data: agency.squads.map(({ slug, name }) => ({ agencyId, id: idOf('squad', slug), name })),
  });
  await db.squadMember.createMany({
    data: agency.members.flatMap(({ slug, squads }) =>
      squads.map((squad) => ({
        agencyId,
        squadId: idOf('squad', squad),
        memberId: idOf('member', slug),
        isLead: agency.squads.some((one) => one.slug === squad && one.manager === slug),
      })),
    ),
  });
  await db.rate.createMany({
    data: rateCardOf(agency).map(({ member, deliverableType, unit, amountRub, sinceDay, discipline }, index) => ({
      agencyId,
      id: idOf('rate', index),
      memberId: member && idOf('member', member),
      discipline,
      deliverableType,
      unit: unit === 'hour' ? ('hour' as const) : ('deliverable' as const),
      amountMinor: kopecks(amountRub),
      currency,
      validFrom: calendar.date(sinceDay),
    })),
  });
  await db.service.createMany({
    data: agency.services.map(({ slug, name, unit, priceRub }) => ({
      agencyId,
      id: idOf('service', slug),
      name,
      unit: { month: 'месяц', piece: 'шт.', hour: 'час' }[unit],
      priceMinor: kopecks(priceRub),
      currency,
    })),
  });
}
