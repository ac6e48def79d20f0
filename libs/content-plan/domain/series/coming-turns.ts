import { compareDates, type BusinessCalendar, type Id, type PlainDate } from '@planerka/platform/domain';
import type { ComingTurn } from '../plan-duplicates';
import { occurrencesOf, type SeriesRule } from './occurrences';

/** A series that goes on, and what its turns are. */
export interface GoingSeries extends SeriesRule {
  /** Up to this day its turns are in the plan, or were taken out of it. */
  readonly madeUntil: PlainDate;
  readonly title: string;
  readonly channelIds: readonly Id[];
}

/** What series have not made yet and are going to make between two days, both included. */
export const comingTurns = (
  series: readonly GoingSeries[],
  from: PlainDate,
  to: PlainDate,
  calendar: BusinessCalendar,
): readonly ComingTurn[] =>
  series.flatMap(({ madeUntil, title, channelIds, ...rule }) =>
    // One that a day off moves comes to stand later than its day.
    occurrencesOf(rule, laterOf(from.subtract(moved), madeUntil.add({ days: 1 })), to, calendar).flatMap(
      ({ publishOn }) =>
        publishOn && compareDates(publishOn, from) >= 0 && compareDates(publishOn, to) <= 0
          ? { date: publishOn, title, channelIds }
          : [],
    ),
  );

const moved = { days: 31 };

const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (compareDates(one, other) > 0 ? one : other);
