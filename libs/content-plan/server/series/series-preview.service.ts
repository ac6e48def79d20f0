import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { occurrencesOf, seriesSchema, toRRule } from '@planerka/content-plan/domain/series';
import {
  compareDates,
  dateOf,
  err,
  isId,
  newId,
  ok,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import { UnitOfWork, type Tx } from '@planerka/platform/server';
import { clientOf, itemOf, zoneOf } from '../item/loaded-item';
import { seriesOf, type LoadedSeries } from './loaded-series';
import type { PlanSeriesPreviewInput, PlanSeriesPreviewObject, SeriesDayObject } from './plan-series.object';
import { startIssues } from './series-checks';
import { SeriesTurns, type SeriesLook } from './series-turns';

/** How many of those that are made later are shown. */
const mostLater = 6;

/** What saving a series would do, by the very rules that saving it goes by. */
@Injectable()
export class SeriesPreviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly turns: SeriesTurns,
  ) {}

  /** Null for whoever may not plan for that client, and while the rhythm is not whole. */
  async preview(viewer: CurrentMember, input: PlanSeriesPreviewInput): Promise<PlanSeriesPreviewObject | null> {
    const seen = await this.unitOfWork.run<Result<PlanSeriesPreviewObject, null>>(viewer, async (tx) => {
      const wanted = await this.wantedOf(tx, viewer, input);
      const look = wanted && (await this.turns.look(tx, wanted));
      if (!look) return err(null);
      const adopted = await adoptedDay(tx, viewer, input);
      if (input.itemId != null && adopted === null) return err(null);
      return ok(shown(wanted, look, input.keepsBefore, adopted));
    });
    return seen.ok ? seen.value : null;
  }

  /** The series as it would be. */
  private async wantedOf(
    tx: Tx,
    viewer: CurrentMember,
    { clientId, seriesId = null, keepsBefore: _keeps, itemId: _item, ...rule }: PlanSeriesPreviewInput,
  ): Promise<LoadedSeries | null> {
    const client = await clientOf(tx, clientId);
    if (!client || !can(viewer, 'plan.edit', client)) return null;
    const before = seriesId === null ? null : await seriesOf(tx, viewer, seriesId);
    if (seriesId !== null && before?.clientId !== clientId) return null;
    const parsed = parseInput(seriesSchema, { ...rule, title: '…', format: 'post' });
    if (!parsed.ok || startIssues(parsed.value, dateOf(tx.at, await zoneOf(tx))).length > 0) return null;
    const { rhythm, startsOn, endsOn = null, times = null, onDayOff, publishTime } = parsed.value;
    const time = publishTime.toString({ smallestUnit: 'minute' });
    const bounds = { rule: toRRule(rhythm), startsOn, endsOn, times, onDayOff };
    if (before) return { ...before, ...bounds, pattern: { ...before.pattern, time } };
    const { squadId } = client;
    return { ...bounds, ...ofNone(clientId, squadId, startsOn.toString(), time), madeUntil: startsOn };
  }
}

/** A series that is not there yet has no turns. */
const ofNone = (clientId: Id, squadId: Id, wasOn: string, time: string) => {
  const id = newId();
  const words = { key: id, title: '', idea: '', format: 'post' as const, rubric: null, channels: [], tasks: [] };
  return {
    id,
    clientId,
    squadId,
    campaignId: null,
    pattern: { ...words, wantsClientApproval: true, wasOn, time },
    pausedAt: null,
    endedAt: null,
    createdById: id,
    version: 1,
  };
};

/** The day of the publication that would be the first turn. */
async function adoptedDay(
  tx: Tx,
  viewer: CurrentMember,
  { itemId, clientId }: PlanSeriesPreviewInput,
): Promise<string | null> {
  if (itemId == null || !isId(itemId)) return null;
  const item = await itemOf(tx, viewer, itemId);
  return item?.clientId === clientId ? dateOf(item.publishAt, await zoneOf(tx)).toString() : null;
}

function shown(
  series: LoadedSeries,
  { occurrences, slots, step, until, facts }: SeriesLook,
  keepsBefore: boolean,
  adopted: string | null,
): PlanSeriesPreviewObject {
  const made = new Set(step.make.map(({ on }) => on));
  const slotOf = new Map(slots.map((slot) => [slot.on, slot]));
  const outcomeOf = (on: string, isLeftOut: boolean): SeriesDayObject['outcome'] | null => {
    if (on === adopted) return 'stays';
    const state = slotOf.get(on)?.state;
    if (state === 'deleted') return 'deleted';
    if (state === 'touched') return 'stays';
    if (isLeftOut) return 'day_off';
    if (state !== undefined) return 'follows';
    // What would stand in the past is not made.
    return made.has(on) ? 'made' : null;
  };
  const near = occurrences.flatMap(({ on, publishOn }): SeriesDayObject[] => {
    const outcome = outcomeOf(on.toString(), publishOn === null);
    const isPast = compareDates(publishOn ?? on, facts.today) < 0;
    return outcome === null || isPast ? [] : [{ on: on.toString(), publishOn: publishOn?.toString() ?? null, outcome }];
  });
  const begins = compareDates(series.startsOn, until) > 0 ? series.startsOn : until.add({ days: 1 });
  const later = occurrencesOf(series, begins, begins.add({ years: 1 }), facts.calendar)
    .filter(({ publishOn }) => publishOn !== null)
    .slice(0, mostLater)
    .map(({ on, publishOn }) => ({ on: on.toString(), publishOn: String(publishOn), outcome: 'later' as const }));
  const gone = step.withdraw.filter(({ on }) => !keepsBefore || on >= series.startsOn.toString());
  return { days: [...near, ...later], withdrawn: gone.map(({ on }) => on), until: until.toString() };
}
