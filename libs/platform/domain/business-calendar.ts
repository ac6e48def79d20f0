import { compareDates, endOfDay, type Instant, type PlainDate, type TimeZone } from './time';

/** When an agency works. Days are ISO strings, so that the sets compare by value. */
export interface BusinessCalendar {
  /** ISO days of the week, 1 Monday … 7 Sunday. */
  readonly weekend: ReadonlySet<number>;
  /** Holidays and the agency's own days off. */
  readonly nonWorkingDays: ReadonlySet<string>;
  /** Days at work although they fall on a weekend (a moved Saturday). Beats both of the above. */
  readonly workingDays: ReadonlySet<string>;
}

export interface BusinessCalendarInput {
  readonly weekend?: Iterable<number>;
  readonly nonWorkingDays?: Iterable<string>;
  readonly workingDays?: Iterable<string>;
}

/** Saturday and Sunday off where nothing else is said. */
export function businessCalendar(input: BusinessCalendarInput = {}): BusinessCalendar {
  const weekend = new Set(input.weekend ?? [6, 7]);
  if ([1, 2, 3, 4, 5, 6, 7].every((day) => weekend.has(day))) {
    throw new RangeError('A calendar needs at least one working day in the week');
  }
  return {
    weekend,
    nonWorkingDays: new Set(input.nonWorkingDays ?? []),
    workingDays: new Set(input.workingDays ?? []),
  };
}

export function isWorkingDay(calendar: BusinessCalendar, date: PlainDate): boolean {
  const day = date.toString();
  if (calendar.workingDays.has(day)) return true;
  return !calendar.weekend.has(date.dayOfWeek) && !calendar.nonWorkingDays.has(day);
}

/**
 * The working day that lies `days` working days after (or, negative, before) `date`.
 * Zero gives the date itself when it is a working day, else the next one.
 */
export function addBusinessDays(calendar: BusinessCalendar, date: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError('Business days are whole');
  const step = days < 0 ? -1 : 1;
  let day = date;
  if (days === 0) {
    while (!isWorkingDay(calendar, day)) day = day.add({ days: 1 });
    return day;
  }
  for (let left = Math.abs(days); left > 0;) {
    day = day.add({ days: step });
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days in (from, to]; negative where `to` lies before `from`. */
export function businessDaysBetween(calendar: BusinessCalendar, from: PlainDate, to: PlainDate): number {
  const backwards = compareDates(from, to) > 0;
  const [start, end] = backwards ? [to, from] : [from, to];
  let count = 0;
  for (let day = start.add({ days: 1 }); compareDates(day, end) <= 0; day = day.add({ days: 1 })) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return backwards ? -count : count;
}

/** The last moment of the day that lies `days` working days after `date`, where that agency is. */
export function businessDeadline(calendar: BusinessCalendar, date: PlainDate, days: number, zone: TimeZone): Instant {
  return endOfDay(addBusinessDays(calendar, date, days), zone);
}
