import { isNetwork } from '@planerka/clients/domain';
import { itemPatternSchema } from '@planerka/content-plan/domain';
import { occurrencesOf, seriesHorizon, toRRule } from '@planerka/content-plan/domain/series';
import { instantOf, russianCalendar, Temporal } from '@planerka/platform/domain';
import { toDbDate, toDbInstant, type Prisma } from '@planerka/platform/server';
import { series, type SeriesContent } from '../content/series';
import { idOf } from './ids';
import type { Loading } from './loading';

/** What repeats in the demo, with its turns as the product itself would have made them. */
export async function loadPlanSeries(loading: Loading): Promise<void> {
  for (const one of series) await loadOne(loading, one);
}

async function loadOne({ db, agencyId, demo, calendar }: Loading, one: SeriesContent): Promise<void> {
  const { today, timeZone } = calendar;
  const [id, clientId] = [idOf('plan-series', one.slug), idOf('client', one.client)];
  const client = demo.clients.find(({ slug }) => slug === one.client);
  const rubric = await db.rubric.findFirstOrThrow({
    where: { agencyId, id: idOf('rubric', one.client, one.rubric) },
    select: { id: true, name: true, colour: true },
  });
  const channels = await db.channel.findMany({
    where: { agencyId, id: { in: one.channels.map((slug) => idOf('channel', slug)) } },
    select: { id: true, network: true },
  });
  const { title, idea, format, time } = one;
  const words = { title, idea, format, wantsClientApproval: true };
  const rule = {
    rule: toRRule(one.rhythm),
    startsOn: today,
    endsOn: null,
    times: null,
    onDayOff: one.onDayOff,
  };
  const until = seriesHorizon(today);
  const createdById = idOf('member', client?.manager ?? '');
  const pattern = itemPatternSchema.parse({
    ...words,
    key: id,
    rubric,
    channels: channels.filter(({ network }) => isNetwork(network)),
    wasOn: today.toString(),
    time,
    tasks: [],
  });
  await db.planSeries.create({
    data: {
      ...rule,
      startsOn: toDbDate(today),
      agencyId,
      id,
      clientId,
      data: pattern as unknown as Prisma.InputJsonObject,
      madeUntil: toDbDate(until),
      createdById,
    },
  });
  const daysOff = russianCalendar([today.year - 1, today.year, until.year, until.year + 1]);
  const turns = occurrencesOf(rule, today.add({ days: 1 }), until, daysOff).flatMap(({ on, publishOn }) =>
    publishOn ? [{ on, publishAt: instantOf(publishOn, Temporal.PlainTime.from(time), timeZone) }] : [],
  );
  const itemId = (on: Temporal.PlainDate) => idOf('item', one.slug, on.toString());
  await db.contentItem.createMany({
    data: turns.map(({ on, publishAt }) => ({
      ...words,
      agencyId,
      id: itemId(on),
      clientId,
      rubricId: rubric.id,
      publishAt: toDbInstant(publishAt),
      seriesId: id,
      seriesOn: toDbDate(on),
      seriesVersion: 1,
      createdById,
    })),
  });
  await db.itemChannel.createMany({
    data: turns.flatMap(({ on }) =>
      channels.map((channel) => ({ agencyId, itemId: itemId(on), channelId: channel.id })),
    ),
  });
}
