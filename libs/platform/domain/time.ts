import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result';

export { Temporal };

/** A point of time (UTC). Rules take it as `at`; nothing in `domain/` reads a clock. */
export type Instant = Temporal.Instant;
/** A calendar day, meaningful together with the agency's time zone. */
export type PlainDate = Temporal.PlainDate;
/** A time of day without a date. */
export type PlainTime = Temporal.PlainTime;
/** A month, e.g. of a content plan or a budget line. */
export type PlainYearMonth = Temporal.PlainYearMonth;
/** An IANA name such as `Europe/Moscow`. */
export type TimeZone = string;

export type TimeError = { readonly code: 'not_an_instant' | 'not_a_date' | 'not_a_month' | 'not_a_time' };

export const parseInstant = (text: string): Result<Instant, TimeError> =>
  attempt(() => Temporal.Instant.from(text), 'not_an_instant');

/** `2026-12-08`, nothing else: a date with a time would silently lose it. */
export const parsePlainDate = (text: string): Result<PlainDate, TimeError> =>
  /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? attempt(() => Temporal.PlainDate.from(text), 'not_a_date')
    : err({ code: 'not_a_date' });

/** `2026-12`. */
export const parsePlainYearMonth = (text: string): Result<PlainYearMonth, TimeError> =>
  /^\d{4}-\d{2}$/.test(text)
    ? attempt(() => Temporal.PlainYearMonth.from(text), 'not_a_month')
    : err({ code: 'not_a_month' });

/** `09:30` or `09:30:00`. */
export const parsePlainTime = (text: string): Result<PlainTime, TimeError> =>
  /^\d{2}:\d{2}(?::\d{2})?$/.test(text)
    ? attempt(() => Temporal.PlainTime.from(text), 'not_a_time')
    : err({ code: 'not_a_time' });

export const dateOf = (at: Instant, zone: TimeZone): PlainDate => at.toZonedDateTimeISO(zone).toPlainDate();

export const monthOf = (at: Instant, zone: TimeZone): PlainYearMonth => dateOf(at, zone).toPlainYearMonth();

/** The instant at which that wall clock shows that time; in a DST gap the later reading (Temporal's "compatible"). */
export const instantOf = (date: PlainDate, time: PlainTime, zone: TimeZone): Instant =>
  date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();

export const startOfDay = (date: PlainDate, zone: TimeZone): Instant =>
  date.toZonedDateTime({ timeZone: zone }).toInstant();

/** First moment after the day: a due day has passed only then. */
export const endOfDay = (date: PlainDate, zone: TimeZone): Instant => startOfDay(date.add({ days: 1 }), zone);

export const firstDayOf = (month: PlainYearMonth): PlainDate => month.toPlainDate({ day: 1 });

export const lastDayOf = (month: PlainYearMonth): PlainDate => month.toPlainDate({ day: month.daysInMonth });

export const daysOf = (month: PlainYearMonth): readonly PlainDate[] =>
  Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));

export const isBefore = (first: Instant, second: Instant): boolean => Temporal.Instant.compare(first, second) < 0;

export const isAfter = (first: Instant, second: Instant): boolean => Temporal.Instant.compare(first, second) > 0;

export const compareDates = (first: PlainDate, second: PlainDate): number => Temporal.PlainDate.compare(first, second);

export const compareMonths = (first: PlainYearMonth, second: PlainYearMonth): number =>
  Temporal.PlainYearMonth.compare(first, second);

/** Both ends belong to the period. */
export const isWithin = (date: PlainDate, from: PlainDate, to: PlainDate): boolean =>
  compareDates(date, from) >= 0 && compareDates(date, to) <= 0;

/** Whether the runtime knows the zone; agencies choose it from a list, imports and APIs do not. */
export function isTimeZone(name: string): boolean {
  return attempt(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name), 'not_a_time').ok;
}

function attempt<T>(read: () => T, code: TimeError['code']): Result<T, TimeError> {
  try {
    return ok(read());
  } catch (problem) {
    if (problem instanceof RangeError) return err({ code });
    throw problem;
  }
}
