import type { DeliverableType, Discipline } from '@planerka/agency/domain';
import type { ItemFormat, RateContent } from '../content/types';
import { hashPassword } from 'better-auth/crypto';
import { idOf } from './ids';
import { currency, kopecks, type Loading } from './loading';

export const demoPassword = 'planerka-demo';

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

const rateTypeOf = ({ discipline, deliverable }: RateContent): DeliverableType | null =>
  deliverable === 'any' ? null : deliverableTypeFor(discipline, deliverable);

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
    data: agency.rates.map((rate, index) => ({
      agencyId,
      id: idOf('rate', index),
      memberId: idOf('member', rate.member),
      discipline: rate.discipline,
      deliverableType: rateTypeOf(rate),
      unit: rate.unit === 'hour' ? ('hour' as const) : ('deliverable' as const),
      amountMinor: kopecks(rate.amountRub),
      currency,
      validFrom: calendar.date(rate.sinceDay),
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
