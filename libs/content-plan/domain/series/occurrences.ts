import {
  addBusinessDays,
  compareDates,
  isWorkingDay,
  lastDayOf,
  type BusinessCalendar,
  type PlainDate,
} from '@planerka/platform/domain';
import { rhythmDays, type RhythmBounds } from './rhythm';

/** What a series does on a weekend or a holiday. */
export const dayOffChoices = ['leave', 'next', 'skip'] as const;
export type DayOffChoice = (typeof dayOffChoices)[number];

export interface SeriesRule extends RhythmBounds {
  readonly onDayOff: DayOffChoice;
}

/** One turn of a series. */
export interface Occurrence {
  /** The day that the rhythm says: by it a turn is known again, wherever it comes to stand. */
  readonly on: PlainDate;
  /** The day on which it comes to stand; null where it is left out. */
  readonly publishOn: PlainDate | null;
}

/** Longer than any row of days off. */
const around = { days: 31 };

/**
 * The turns of a series whose days lie between two, both included. What a day off moves never comes to stand on the day
 * of another turn, nor after the end. A turn does not depend on the stretch that is asked for.
 */
export function occurrencesOf(
  series: SeriesRule,
  from: PlainDate,
  to: PlainDate,
  calendar: BusinessCalendar,
): readonly Occurrence[] {
  const days = rhythmDays(series, from.subtract(around), to.add(around));
  const isLeft = (day: PlainDate) => series.onDayOff === 'leave' || isWorkingDay(calendar, day);
  const taken = new Set(days.filter(isLeft).map(String));
  const place = (day: PlainDate): PlainDate | null => {
    if (isLeft(day)) return day;
    if (series.onDayOff === 'skip') return null;
    const next = addBusinessDays(calendar, day, 0);
    const isAfterEnd = series.endsOn !== null && compareDates(next, series.endsOn) > 0;
    if (isAfterEnd || taken.has(next.toString())) return null;
    taken.add(next.toString());
    return next;
  };
  return days
    .map((on) => ({ on, publishOn: place(on) }))
    .filter(({ on }) => compareDates(on, from) >= 0 && compareDates(on, to) <= 0);
}

/** Publications of a series stand in the plan up to here: the end of the next month. */
export const seriesHorizon = (today: PlainDate): PlainDate => lastDayOf(today.toPlainYearMonth().add({ months: 1 }));
