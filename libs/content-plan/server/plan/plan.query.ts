import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  clientColumns,
  joinSquad,
  seesClient,
  toClient,
  type ChannelObject,
  type ClientRow,
} from '@planerka/clients/server';
import { collisions, emptyDays, rubricMix, topicRepeats } from '@planerka/content-plan/domain';
import {
  compareDates,
  dateOf,
  firstDayOf,
  isId,
  isWorkingDay,
  lastDayOf,
  startOfDay,
  endOfDay,
  Temporal,
  type Id,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import { Clock, Reader, toDbInstant, toDbMonth, type ReadTransaction } from '@planerka/platform/server';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { CampaignRefObject, ContentItemObject } from '../item/content-item.object';
import { selectItems, toItem, type ItemView } from '../item/item-rows';
import type { RubricObject } from '../rubric/rubric.object';
import type { ContentPlanObject, PlanCollisionObject } from './content-plan.object';
import { planSettings } from './plan-settings';

/** The calendar: the agency's clock, the client with what its plan refers to, the items. Three statements. */
@Injectable()
export class PlanQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Null where the client is not one of the viewer's. */
  plan(viewer: CurrentMember, clientId: Id | null, month: PlainYearMonth): Promise<ContentPlanObject | null> {
    return this.reader.read(viewer, async (db) => {
      if (clientId !== null && !isId(clientId)) return null;
      const at = this.clock.now();
      const { zone, calendar } = await planSettings(db, viewer.agencyId, [month.year - 1, month.year, month.year + 1]);
      const client = clientId === null ? null : await this.client(db, viewer, clientId, month);
      if (clientId !== null && client === null) return null;
      const view = { viewer, zone, calendar, at };
      const weeks = weeksOf(month);
      const rows = await selectItems(db, viewer)
        .where('item.publish_at', '>=', toDbInstant(startOfDay(weeks.from, zone)))
        .where('item.publish_at', '<', toDbInstant(endOfDay(weeks.to, zone)))
        .$if(clientId !== null, (query) => query.where('item.client_id', '=', clientId ?? ''))
        .orderBy('item.publish_at')
        .orderBy('item.id')
        .limit(itemLimit)
        .execute();
      return toPlan(
        rows.map((row) => toItem(row, view)),
        client,
        month,
        view,
      );
    });
  }

  async item(viewer: CurrentMember, id: Id): Promise<ContentItemObject | null> {
    if (!isId(id)) return null;
    return this.reader.read(viewer, async (db) => {
      const row = await selectItems(db, viewer).where('item.id', '=', id).executeTakeFirst();
      if (!row) return null;
      const at = this.clock.now();
      const year = row.publish_at.getUTCFullYear();
      const { zone, calendar } = await planSettings(db, viewer.agencyId, [year - 1, year, year + 1]);
      return toItem(row, { viewer, zone, calendar, at });
    });
  }

  private async client(
    db: ReadTransaction,
    viewer: CurrentMember,
    id: Id,
    month: PlainYearMonth,
  ): Promise<PlanClient | null> {
    const row = await joinSquad(db.selectFrom('client'))
      .select(clientColumns)
      .select([
        rubrics.as('rubrics'),
        channels.as('channels'),
        campaigns.as('campaigns'),
        includedItems(month).as('included_items'),
      ])
      .where('client.agency_id', '=', viewer.agencyId)
      .where('client.id', '=', id)
      .where(seesClient(viewer))
      .executeTakeFirst();
    return row ?? null;
  }
}

/** Far more than a month of all clients has; a guard for the server, not a page. */
const itemLimit = 5_000;

interface PlanClient extends ClientRow {
  readonly rubrics: readonly RubricObject[];
  readonly channels: readonly ChannelObject[];
  readonly campaigns: readonly CampaignRefObject[];
  readonly included_items: number | null;
}

const rubrics = sql<RubricObject[]>`coalesce((
  SELECT json_agg(json_build_object('id', r.id, 'clientId', r.client_id, 'name', r.name, 'colour', r.colour,
    'targetShare', r.target_share, 'version', r.version) ORDER BY r.position, r.id)
  FROM rubric r WHERE r.agency_id = client.agency_id AND r.client_id = client.id AND r.archived_at IS NULL), '[]')`;

const channels = sql<ChannelObject[]>`coalesce((
  SELECT json_agg(json_build_object('id', ch.id, 'clientId', ch.client_id, 'network', ch.network, 'title', ch.title,
    'url', ch.url, 'archivedAt', ch.archived_at, 'version', ch.version) ORDER BY ch.position, ch.id)
  FROM channel ch WHERE ch.agency_id = client.agency_id AND ch.client_id = client.id AND ch.archived_at IS NULL), '[]')`;

const campaigns = sql<CampaignRefObject[]>`coalesce((
  SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on)
    ORDER BY c.starts_on DESC, c.id)
  FROM campaign c WHERE c.agency_id = client.agency_id AND c.client_id = client.id AND c.state <> 'closed'), '[]')`;

// Of the retainer, which only the owner sees, the number of items alone: whoever plans has to know how many to plan.
const includedItems = (month: PlainYearMonth) => sql<number | null>`(
  SELECT r.included_items FROM retainer r
  WHERE r.agency_id = client.agency_id AND r.client_id = client.id AND r.valid_from <= ${toDbMonth(month)}
  ORDER BY r.valid_from DESC LIMIT 1)`;

/** Whole weeks from Monday on, as the calendar shows them. */
export function weeksOf(month: PlainYearMonth): { readonly from: PlainDate; readonly to: PlainDate } {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  return { from: first.subtract({ days: first.dayOfWeek - 1 }), to: last.add({ days: 7 - last.dayOfWeek }) };
}

function toPlan(
  items: readonly ContentItemObject[],
  client: PlanClient | null,
  month: PlainYearMonth,
  { viewer, calendar, zone, at }: ItemView,
): ContentPlanObject {
  const days = items.map((item) => ({ ...item, publishOn: Temporal.PlainDate.from(item.publishOn) }));
  const ofMonth = days.filter(({ publishOn }) => publishOn.toPlainYearMonth().equals(month));
  const today = dateOf(at, zone);
  const facts = client && { squadId: client.client_squad_id };
  return {
    month: month.toString(),
    today: today.toString(),
    client: client && toClient(viewer, client),
    items,
    itemCount: ofMonth.length,
    includedItems: client?.included_items ?? null,
    rubrics: client?.rubrics ?? [],
    channels: client?.channels ?? [],
    campaigns: client?.campaigns ?? [],
    mix: rubricMix(
      ofMonth.map(({ rubric }) => ({ rubricId: rubric?.id ?? null })),
      client?.rubrics ?? [],
    ),
    emptyDays: client
      ? emptyDays(ofMonth, month, calendar)
          .filter((day) => day.isWorkingDay && compareDates(day.date, today) >= 0)
          .map(({ date }) => date.toString())
      : [],
    daysOff: weekdaysOff(month, calendar),
    collisions: client ? collisionsOf(days) : [],
    viewerCanEdit: facts !== null && can(viewer, 'plan.edit', facts),
    viewerCanExport: facts !== null && can(viewer, 'plan.export', facts),
  };
}

type DatedItem = Omit<ContentItemObject, 'publishOn'> & { readonly publishOn: PlainDate };

function collisionsOf(items: readonly DatedItem[]): PlanCollisionObject[] {
  const topics = topicRepeats(items).map(({ date, itemIds }) => ({
    kind: 'same_topic' as const,
    date: date.toString(),
    itemIds,
  }));
  const dayOf = new Map(items.map(({ id, publishOn }) => [id, publishOn.toString()]));
  const open = items.map(({ id, publishAt, channels: on }) => ({
    id,
    publishAt: Temporal.Instant.fromEpochMilliseconds(publishAt.getTime()),
    channelIds: on.map((channel) => channel.id),
  }));
  const times = collisions(open).map(({ itemIds }) => ({
    kind: 'same_time' as const,
    date: dayOf.get(itemIds[0]) ?? '',
    itemIds,
  }));
  return [...topics, ...times];
}

function weekdaysOff(month: PlainYearMonth, calendar: ItemView['calendar']): string[] {
  const { from, to } = weeksOf(month);
  const length = from.until(to, { largestUnit: 'day' }).days + 1;
  return Array.from({ length }, (_, index) => from.add({ days: index }))
    .filter((day) => calendar.nonWorkingDays.has(day.toString()) && !isWorkingDay(calendar, day))
    .map((day) => day.toString());
}
