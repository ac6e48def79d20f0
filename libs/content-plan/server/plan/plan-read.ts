import { can } from '@planerka/agency/domain';
import { memberRead, memberRule } from '@planerka/agency/server';
import {
  channelRead,
  clientDateRead,
  clientRead,
  inClientScope,
  type ChannelObject,
  type ClientDateObject,
  type ClientObject,
} from '@planerka/clients/server';
import { channelPace, collisions, emptyDays, rubricMix, topicRepeats } from '@planerka/content-plan/domain';
import {
  compareDates,
  isId,
  isWorkingDay,
  undecreedYears,
  type OwnDays,
  Temporal,
  type BusinessCalendar,
  type Id,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import { read, type Given, type ReadField, type ReadType, type Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import type { CampaignRefObject, ContentItemObject } from '../item/content-item.object';
import { campaignRefRead, contentItemRead, rubricRead } from '../item/item-read';
import { planCalendar } from '../item/item-risk';
import type { RubricObject } from '../rubric/rubric.object';
import { datesOf } from './plan-dates';
import type {
  ChannelPaceObject,
  ContentPlanObject,
  PlanCollisionObject,
  RubricShareObject,
} from './content-plan.object';
import { clock, planInput, type PlanInput } from './plan-clock';
import { daysBetween, weeksOf } from './plan-weeks';

export interface ContentPlanArgs {
  readonly clientId?: Id | null;
  readonly month: PlainYearMonth;
}

interface ContentPlanInput extends PlanInput {
  readonly clientId: Id | undefined;
  /** "2026-12". */
  readonly month: string;
  /** Whole weeks around the month: the first day, and the day after the last. */
  readonly from: string;
  readonly before: string;
}

const clientId = sql`${read.value('clientId')}::uuid`;
const agencyId = sql`${read.value('agencyId')}::uuid`;
const firstDay = sql`(${read.value('month')}::text || '-01')::date`;
const month = read.month(firstDay);
const today = read.date(sql`clock.today`);
const ownDays = read.json<OwnDays>(sql`clock.own_days`);

/** The squad of the plan's client; none where it is the plan of all. */
const ofClient = {
  squadId: read.nullable(
    read.id(sql`(SELECT client.squad_id FROM client WHERE client.agency_id = ${agencyId} AND client.id = ${clientId})`),
  ),
};

const allowed = (action: 'plan.edit' | 'plan.export') =>
  memberRule(ofClient, ({ squadId }, viewer) => squadId !== null && can(viewer, action, { squadId }));

const isOfMonth = sql`shown.day >= ${firstDay} AND shown.day < ${firstDay} + interval '1 month'`;

interface DatedItem {
  readonly id: Id;
  readonly title: string;
  readonly publishAt: string;
  readonly publishOn: string;
  readonly channelIds: readonly Id[];
}

const datedItem: ReadType = {
  name: 'ContentItem',
  fields: {
    id: read.id(sql`shown.id`),
    title: read.text(sql`shown.title`),
    publishAt: read.instant(sql`shown.publish_at`),
    publishOn: read.date(sql`shown.day`),
    channelIds: read.listOf(
      read.id(sql`array(
        SELECT ic.channel_id FROM item_channel ic
        JOIN channel ON channel.agency_id = ic.agency_id AND channel.id = ic.channel_id
        WHERE ic.agency_id = ${agencyId} AND ic.item_id = shown.id ORDER BY channel.position, channel.id)`),
    ),
  },
};

interface ChannelFacts {
  readonly channelId: Id;
  readonly count: number;
  readonly agreed: number | null;
}

const channelFacts: ReadType = {
  name: 'ChannelPace',
  fields: {
    channelId: read.id(sql`channel.id`),
    count: read.int(sql`(
      SELECT count(*) FROM shown JOIN item_channel ic ON ic.agency_id = ${agencyId} AND ic.item_id = shown.id
      WHERE ic.channel_id = channel.id AND ${isOfMonth})`),
    agreed: read.nullable(
      read.int(sql`(
        SELECT f.items FROM channel_frequency f
        WHERE f.agency_id = channel.agency_id AND f.channel_id = channel.id AND f.valid_from <= ${firstDay}
        ORDER BY f.valid_from DESC LIMIT 1)`),
    ),
  } satisfies Record<keyof ChannelFacts, ReadField>,
};

const rubrics = read.many<RubricObject>(
  () => rubricRead,
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY r.position, r.id) FROM rubric r
    WHERE r.agency_id = ${agencyId} AND r.client_id = ${clientId} AND r.archived_at IS NULL)`,
);

/** Rows of `clock`; the publications of the shown weeks are `shown`, by time. */
export const contentPlanRead: ReadType = {
  name: 'ContentPlan',
  fields: {
    month,
    today,
    client: read.one<ClientObject>(
      () => clientRead,
      (object, joins) => sql`(
        SELECT ${object} FROM client ${joins} WHERE client.agency_id = ${agencyId} AND client.id = ${clientId})`,
    ),
    items: read.many<ContentItemObject>(
      () => contentItemRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY item.publish_at, item.id)
        FROM shown JOIN content_item item ON item.agency_id = ${agencyId} AND item.id = shown.id
        JOIN client ON client.agency_id = item.agency_id AND client.id = item.client_id ${joins})`,
    ),
    itemCount: read.int(sql`(SELECT count(*) FROM shown WHERE ${isOfMonth})`),
    // Of the retainer, which only the owner sees, the number of items alone: whoever plans has to know how many to plan.
    includedItems: read.nullable(
      read.int(sql`(
        SELECT retainer.included_items FROM retainer
        WHERE retainer.agency_id = ${agencyId} AND retainer.client_id = ${clientId}
          AND retainer.valid_from <= ${firstDay}
        ORDER BY retainer.valid_from DESC LIMIT 1)`),
    ),
    rubrics,
    channels: read.many<ChannelObject>(
      () => channelRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY channel.position, channel.id) FROM channel
        WHERE channel.agency_id = ${agencyId} AND channel.client_id = ${clientId} AND channel.archived_at IS NULL)`,
    ),
    campaigns: read.many<CampaignRefObject>(
      () => campaignRefRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY campaign.starts_on DESC, campaign.id) FROM campaign
        WHERE campaign.agency_id = ${agencyId} AND campaign.client_id = ${clientId} AND campaign.state <> 'closed')`,
    ),
    mix: memberRule(
      {
        rubrics,
        items: read.many<{ readonly rubricId: Id | null }>(
          () => ({ name: 'ContentItem', fields: { rubricId: read.nullable(read.id(sql`shown.rubric_id`)) } }),
          (object) => sql`(SELECT string_agg(${object}, ',') FROM shown WHERE ${isOfMonth})`,
        ),
      },
      (facts): readonly RubricShareObject[] => rubricMix(facts.items, facts.rubrics),
    ),
    channelPace: memberRule(
      {
        channels: read.many<ChannelFacts>(
          () => channelFacts,
          (object) => sql`(
            SELECT string_agg(${object}, ',' ORDER BY channel.position, channel.id) FROM channel
            WHERE channel.agency_id = ${agencyId} AND channel.client_id = ${clientId} AND channel.archived_at IS NULL)`,
        ),
      },
      ({ channels }): readonly ChannelPaceObject[] =>
        channels.map(({ channelId, count, agreed }) => ({ channelId, ...channelPace(count, agreed) })),
    ),
    dates: memberRule(
      {
        month,
        own: read.many<ClientDateObject>(
          () => clientDateRead,
          (object) => sql`(
            SELECT string_agg(${object}, ',' ORDER BY dated.starts_on, dated.id) FROM client_date dated
            WHERE dated.agency_id = ${agencyId} AND dated.client_id = ${clientId})`,
        ),
      },
      datesOf,
    ),
    areDaysOffDecreed: memberRule(
      { month, ownDays },
      (facts) => undecreedYears([Number(facts.month.slice(0, 4))], facts.ownDays).length === 0,
    ),
    emptyDays: memberRule(
      {
        ...ofClient,
        month,
        today,
        ownDays,
        planned: read.listOf(read.date(sql`array(SELECT DISTINCT shown.day FROM shown WHERE ${isOfMonth} ORDER BY 1)`)),
      },
      emptyDaysOf,
    ),
    daysOff: memberRule({ month, ownDays }, weekdaysOff),
    collisions: memberRule(
      {
        items: read.many<DatedItem>(
          () => datedItem,
          (object) => sql`(
            SELECT string_agg(${object}, ',' ORDER BY shown.publish_at, shown.id) FROM shown
            WHERE ${clientId} IS NOT NULL)`,
        ),
      },
      collisionsOf,
    ),
    viewerCanEdit: allowed('plan.edit'),
    viewerCanExport: allowed('plan.export'),
  } satisfies Record<keyof ContentPlanObject, ReadField>,
};

/** Far more than a month of all clients has; a guard for the server, not a page. */
const itemLimit = 5_000;

/** A client's month, or that of all clients: the agency's time, what the plan refers to, the publications. */
export const planRead = memberRead<ContentPlanArgs, ContentPlanInput>({
  field: 'contentPlan',
  type: contentPlanRead,
  input: (viewer, args, at) => {
    if (args.clientId != null && !isId(args.clientId)) return null;
    const { from, to } = weeksOf(args.month);
    return {
      ...planInput(viewer, at),
      clientId: args.clientId ?? undefined,
      month: args.month.toString(),
      from: from.toString(),
      before: to.add({ days: 1 }).toString(),
    };
  },
  statement: ({ object }, value, given) => sql`
    WITH ${clock(value)}, shown AS MATERIALIZED (${shown(value, given)})
    SELECT ${object} AS body FROM clock
    ${given('clientId') ? sql`JOIN client ON client.id = ${value('clientId')}::uuid AND ${inClientScope(value, given)}` : sql``}`,
});

const shown = (value: Value<ContentPlanInput>, given: Given<ContentPlanInput>): RawBuilder<unknown> => sql`
  SELECT item.id, item.title, item.rubric_id, item.publish_at, (item.publish_at AT TIME ZONE clock.zone)::date AS day
  FROM clock, client JOIN content_item item ON item.agency_id = client.agency_id AND item.client_id = client.id
  WHERE ${inClientScope(value, given)} AND item.deleted_at IS NULL
    AND item.publish_at >= ${value('from')}::date::timestamp AT TIME ZONE clock.zone
    AND item.publish_at < ${value('before')}::date::timestamp AT TIME ZONE clock.zone
    ${given('clientId') ? sql`AND item.client_id = ${value('clientId')}::uuid` : sql``}
  ORDER BY item.publish_at, item.id
  LIMIT ${sql.lit(itemLimit)}`;

interface CalendarFacts {
  readonly month: string;
  readonly ownDays: OwnDays;
}

interface EmptyDayFacts extends CalendarFacts {
  readonly squadId: Id | null;
  readonly today: string;
  readonly planned: readonly string[];
}

function emptyDaysOf({ squadId, planned, ...facts }: EmptyDayFacts): readonly string[] {
  if (squadId === null) return [];
  const shownMonth = Temporal.PlainYearMonth.from(facts.month);
  const from = Temporal.PlainDate.from(facts.today);
  const items = planned.map((day) => ({ publishOn: Temporal.PlainDate.from(day) }));
  return emptyDays(items, shownMonth, calendarOf(facts))
    .filter((day) => day.isWorkingDay && compareDates(day.date, from) >= 0)
    .map(({ date }) => date.toString());
}

function weekdaysOff(facts: CalendarFacts): readonly string[] {
  const calendar = calendarOf(facts);
  return daysBetween(weeksOf(Temporal.PlainYearMonth.from(facts.month)))
    .filter((day) => calendar.nonWorkingDays.has(day.toString()) && !isWorkingDay(calendar, day))
    .map((day) => day.toString());
}

function calendarOf({ month: shownMonth, ownDays: own }: CalendarFacts): BusinessCalendar {
  const year = Number(shownMonth.slice(0, 4));
  return planCalendar([year - 1, year, year + 1], own);
}

function collisionsOf({ items }: { readonly items: readonly DatedItem[] }): readonly PlanCollisionObject[] {
  const dayOf = new Map(items.map(({ id, publishOn }) => [id, publishOn]));
  const topics = topicRepeats(items.map((item) => ({ ...item, publishOn: Temporal.PlainDate.from(item.publishOn) })));
  const times = collisions(items.map((item) => ({ ...item, publishAt: Temporal.Instant.from(item.publishAt) })));
  return [
    ...topics.map(({ date, itemIds }) => ({ kind: 'same_topic' as const, date: date.toString(), itemIds })),
    ...times.map(({ itemIds }) => ({ kind: 'same_time' as const, date: dayOf.get(itemIds[0]) ?? '', itemIds })),
  ];
}
