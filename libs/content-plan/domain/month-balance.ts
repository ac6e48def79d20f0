import {
  daysOf,
  isWorkingDay,
  type BusinessCalendar,
  type Id,
  type Instant,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';

export interface RubricTarget {
  readonly id: Id;
  /** percent */
  readonly targetShare: number;
}

export interface RubricShare {
  readonly rubricId: Id;
  readonly count: number;
  /** Percent of the items that have a rubric, rounded to whole percent. */
  readonly share: number;
  readonly targetShare: number;
  /** Items to add (positive) or to take (negative) to come nearest to the target. */
  readonly missing: number;
}

/** The month's mix against its targets. Items without a rubric are in nobody's share. */
export function rubricMix(
  items: readonly { readonly rubricId: Id | null }[],
  rubrics: readonly RubricTarget[],
): readonly RubricShare[] {
  const total = items.filter(({ rubricId }) => rubricId !== null).length;
  return rubrics.map(({ id, targetShare }) => {
    const count = items.filter(({ rubricId }) => rubricId === id).length;
    const share = total === 0 ? 0 : Math.round((count * 100) / total);
    return { rubricId: id, count, share, targetShare, missing: Math.round((total * targetShare) / 100) - count };
  });
}

export interface EmptyDay {
  readonly date: PlainDate;
  readonly isWorkingDay: boolean;
}

export function emptyDays(
  items: readonly { readonly publishOn: PlainDate }[],
  month: PlainYearMonth,
  calendar: BusinessCalendar,
): readonly EmptyDay[] {
  const taken = new Set(items.map(({ publishOn }) => publishOn.toString()));
  return daysOf(month)
    .filter((date) => !taken.has(date.toString()))
    .map((date) => ({ date, isWorkingDay: isWorkingDay(calendar, date) }));
}

export interface Collision {
  readonly channelId: Id;
  readonly itemIds: readonly [Id, Id];
}

/** Publications of one channel that take attention from each other. */
export const collisionMinutes = 60;

/** Neighbours in time on one channel that are nearer than `minutes`. */
export function collisions(
  items: readonly { readonly id: Id; readonly publishAt: Instant; readonly channelIds: readonly Id[] }[],
  minutes: number = collisionMinutes,
): readonly Collision[] {
  const byChannel = Map.groupBy(
    items.flatMap((item) => item.channelIds.map((channelId) => ({ channelId, item }))),
    ({ channelId }) => channelId,
  );
  return [...byChannel].flatMap(([channelId, entries]) => {
    const sorted = entries
      .map(({ item }) => item)
      .toSorted((one, other) => one.publishAt.epochMilliseconds - other.publishAt.epochMilliseconds);
    return sorted.slice(1).flatMap((item, index): Collision[] => {
      const previous = sorted[index];
      if (!previous) return [];
      const gap = item.publishAt.epochMilliseconds - previous.publishAt.epochMilliseconds;
      return gap < minutes * 60_000 ? [{ channelId, itemIds: [previous.id, item.id] }] : [];
    });
  });
}

/** What a month has for a channel beside what was agreed for it. */
export interface ChannelPace {
  readonly count: number;
  /** Null where nothing was agreed. */
  readonly agreed: number | null;
  /** Publications to add (positive) or past what was agreed (negative); null where nothing was. */
  readonly missing: number | null;
}

export const channelPace = (count: number, agreed: number | null): ChannelPace => {
  // Nothing agreed and an agreement on none are the same to whoever plans.
  const wanted = agreed === 0 ? null : agreed;
  return { count, agreed: wanted, missing: wanted === null ? null : wanted - count };
};
