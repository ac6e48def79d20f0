import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { fitPattern, isOutsideCampaign, type CampaignPeriod } from '@planerka/content-plan/domain';
import {
  occurrencesOf,
  seriesHorizon,
  seriesStep,
  type Occurrence,
  type SeriesStep,
  type Slot,
  type SlotState,
  type TurnTask,
  type Wanted,
} from '@planerka/content-plan/domain/series';
import {
  changesBetween,
  compareDates,
  dateOf,
  instantOf,
  isAfter,
  Temporal,
  type Id,
  type Instant,
  type PlainDate,
} from '@planerka/platform/domain';
import { fromDbDate, fromDbInstant, toDbDate, toDbInstant, type Tx } from '@planerka/platform/server';
import { tellOfItem } from '../item/item-events';
import { replaceChannels } from '../item/item-writes';
import { itemsOf, type LoadedItem } from '../item/loaded-item';
import { ItemWork, type BegunItem, type WorkFacts } from '../production/item-work';
import { makeItem } from '../production/make-item';
import { groundStatement, patternCalendar, type Ground } from '../templates/template-plan';
import { isGoingOn, type LoadedSeries } from './loaded-series';

/** A turn as it is to stand in the plan. */
export interface Turn extends Wanted {
  readonly publishOn: PlainDate;
  readonly publishAt: Instant;
  /** The series' campaign, where it runs on that day. */
  readonly campaignId: Id | null;
}

export interface TurnSlot extends Slot {
  readonly item: LoadedItem;
}

/** The series beside the plan: what it wants from now on, what is there, and what follows from both. */
export interface SeriesLook {
  readonly occurrences: readonly Occurrence[];
  readonly slots: readonly TurnSlot[];
  readonly step: SeriesStep<Turn, TurnSlot>;
  readonly until: PlainDate;
  readonly facts: WorkFacts;
  readonly ground: Ground;
}

export interface Settled {
  readonly made: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly stayed: number;
  readonly tasks: number;
}

/** Turns that a day off has moved began before they stand. */
const moved = { days: 31 };

/** Brings the plan to what a series wants, within the transaction that holds the series. */
@Injectable()
export class SeriesTurns {
  constructor(private readonly work: ItemWork) {}

  /** Null where its client is not there. */
  async look(tx: Tx, series: LoadedSeries): Promise<SeriesLook | null> {
    const [ground] = await tx.query(groundStatement(tx.agencyId, series.clientId));
    if (!ground) return null;
    const { timeZone: zone, squadId } = ground;
    const today = dateOf(tx.at, zone);
    const until = seriesHorizon(today);
    const calendar = patternCalendar(ground, [today, until, Temporal.PlainDate.from(series.pattern.wasOn)]);
    const recent = today.subtract(moved);
    const from = compareDates(series.startsOn, recent) > 0 ? series.startsOn : recent;
    const occurrences = isGoingOn(series) ? occurrencesOf(series, from, until, calendar) : [];
    const campaign = await runningCampaign(tx, series);
    const time = Temporal.PlainTime.from(series.pattern.time);
    const wanted = occurrences.flatMap(({ on, publishOn }): Turn[] => {
      if (publishOn === null) return [];
      const publishAt = instantOf(publishOn, time, zone);
      const campaignId = campaign === null || isOutsideCampaign(publishOn, campaign) ? null : campaign.id;
      return isAfter(publishAt, tx.at) ? [{ on: on.toString(), publishOn, publishAt, campaignId }] : [];
    });
    const slots = await this.slotsOf(tx, series, recent);
    const facts = { clientId: series.clientId, squadId, zone, calendar, today };
    return { occurrences, slots, step: seriesStep(wanted, slots), until, facts, ground };
  }

  /** @param isOnlyExtended What is missing is made, and nothing that is there is looked at again. */
  async settle(tx: Tx, viewer: CurrentMember, series: LoadedSeries, { isOnlyExtended = false } = {}): Promise<Settled> {
    const look = await this.look(tx, series);
    if (!look) return { made: 0, changed: 0, withdrawn: 0, stayed: 0, tasks: 0 };
    const { step, facts, ground, until } = look;
    const begun: BegunItem[] = [];
    const words = wordsOf(series, ground);
    const wasOn = Temporal.PlainDate.from(series.pattern.wasOn);
    const work = await forThoseWhoCan(tx, series.pattern.tasks);
    const begin = (id: Id, publishOn: PlainDate) => void begun.push({ id, wasOn, publishOn, work });
    for (const turn of step.make) {
      const { publishOn, campaignId } = turn;
      const place = { publishOn, publishTime: Temporal.PlainTime.from(series.pattern.time), campaignId };
      const origin = { seriesId: series.id, seriesOn: toDbDate(Temporal.PlainDate.from(turn.on)), seriesVersion: 1 };
      begin(await makeItem(tx, viewer, { ...words, ...place }, facts, origin), publishOn);
    }
    let changed = 0;
    let withdrawn = 0;
    if (!isOnlyExtended) {
      for (const { slot, wanted } of step.write) {
        const written = await this.write(tx, viewer, slot, wanted, words, facts);
        if (written === 'anew') begin(slot.id, wanted.publishOn);
        if (written !== 'not') changed += 1;
      }
      for (const slot of step.withdraw) if (await this.withdraw(tx, viewer, slot)) withdrawn += 1;
    }
    const tasks = await this.work.begin(tx, viewer, begun, facts);
    await tx.db.planSeries.updateMany({
      where: { agencyId: tx.agencyId, id: series.id },
      data: { madeUntil: toDbDate(until) },
    });
    return { made: step.make.length, changed, withdrawn, stayed: step.stay.length, tasks };
  }

  /** `anew` where its work is to be begun again: it was taken out, or stands on another day. */
  private async write(
    tx: Tx,
    viewer: CurrentMember,
    { id, state, item }: TurnSlot,
    { publishOn, publishAt, campaignId }: Turn,
    { channelIds, ...words }: Words,
    { zone }: WorkFacts,
  ): Promise<'not' | 'in_place' | 'anew'> {
    const before = { ...item, publishAt: toDbInstant(item.publishAt), channelIds: item.channelIds.toSorted() };
    const after = { ...words, campaignId, publishAt: toDbInstant(publishAt) };
    const changes = changesBetween(before, { ...after, channelIds: channelIds.toSorted() });
    const isBack = state === 'withdrawn';
    if (!isBack && Object.keys(changes).length === 0) return 'not';
    const isAnew = isBack || !dateOf(item.publishAt, zone).equals(publishOn);
    const version = item.version + 1;
    const { count } = await tx.db.contentItem.updateMany({
      where: { agencyId: tx.agencyId, id, version: item.version },
      data: {
        ...after,
        version,
        seriesVersion: version,
        deletedAt: null,
        // Its work is as old as it is: by that it is told from what a person adds.
        ...(isAnew && { createdAt: toDbInstant(tx.at) }),
      },
    });
    // Somebody was quicker: it is theirs now.
    if (count === 0) return 'not';
    if (isAnew && !isBack) await this.work.discard(tx, viewer, [id]);
    await replaceChannels(tx, id, channelIds);
    const told = { ...item, campaignId, title: words.title };
    tellOfItem(tx, viewer, isBack ? 'item.restored' : 'item.updated', told, changes);
    return isAnew ? 'anew' : 'in_place';
  }

  private async withdraw(tx: Tx, viewer: CurrentMember, { id, item }: TurnSlot): Promise<boolean> {
    const data = { deletedAt: toDbInstant(tx.at) };
    const version = item.version + 1;
    const { count } = await tx.db.contentItem.updateMany({
      where: { agencyId: tx.agencyId, id, version: item.version, deletedAt: null },
      data: { ...data, version, seriesVersion: version },
    });
    if (count === 0) return false;
    await this.work.discard(tx, viewer, [id]);
    tellOfItem(tx, viewer, 'item.deleted', item, changesBetween(item, data));
    return true;
  }

  private async slotsOf(tx: Tx, series: LoadedSeries, from: PlainDate): Promise<readonly TurnSlot[]> {
    const rows = await tx.db.contentItem.findMany({
      where: { agencyId: tx.agencyId, seriesId: series.id, seriesOn: { gte: toDbDate(from) } },
      select: { id: true, version: true, seriesOn: true, seriesVersion: true, deletedAt: true, publishAt: true },
      orderBy: { seriesOn: 'asc' },
    });
    const ours = rows.filter(({ version, seriesVersion }) => version === seriesVersion).map(({ id }) => id);
    const asMade = await this.work.asMade(tx, ours);
    const items = await itemsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, seriesOn, deletedAt, publishAt }): TurnSlot[] => {
      const item = items.get(id);
      if (!item || !seriesOn) return [];
      const isOurs = asMade.has(id);
      // What is past is nobody's to change.
      const isAhead = isAfter(fromDbInstant(publishAt), tx.at) && item.publishedAt === null;
      const state: SlotState =
        deletedAt === null ? (isOurs && isAhead ? 'untouched' : 'touched') : isOurs ? 'withdrawn' : 'deleted';
      return [{ id, on: fromDbDate(seriesOn).toString(), state, item }];
    });
  }
}

/** Who has gone since, or does other work by now, is asked for no more. */
async function forThoseWhoCan({ db, agencyId }: Tx, tasks: readonly TurnTask[]): Promise<readonly TurnTask[]> {
  const ids = tasks.flatMap(({ assigneeId }) => assigneeId ?? []);
  if (ids.length === 0) return tasks;
  const members = await db.member.findMany({
    where: { agencyId, id: { in: ids }, deactivatedAt: null },
    select: { id: true, disciplines: true },
  });
  const canDo = ({ assigneeId, discipline }: TurnTask): boolean =>
    members.some(({ id, disciplines }) => id === assigneeId && disciplines.includes(discipline));
  return tasks.map((task) => (canDo(task) ? task : { ...task, assigneeId: null }));
}

type Words = ReturnType<typeof wordsOf>;

/** Its words on what the client has by now: an archived channel is not published in. */
function wordsOf({ pattern }: LoadedSeries, ground: Ground) {
  const { title, idea, format, wantsClientApproval } = pattern;
  const { rubric, channelIds } = fitPattern(pattern, ground);
  return { title, idea, format, wantsClientApproval, rubricId: rubric?.id ?? null, channelIds };
}

async function runningCampaign(
  { db, agencyId }: Tx,
  { campaignId }: LoadedSeries,
): Promise<(CampaignPeriod & { readonly id: Id }) | null> {
  if (campaignId === null) return null;
  const campaign = await db.campaign.findFirst({
    where: { agencyId, id: campaignId, state: { not: 'closed' } },
    select: { id: true, startsOn: true, endsOn: true },
  });
  return campaign && { id: campaign.id, startsOn: fromDbDate(campaign.startsOn), endsOn: fromDbDate(campaign.endsOn) };
}
