import {
  businessCalendar,
  compareDates,
  custom,
  dayInput,
  optionalText,
  requiredLine,
  Temporal,
  type BusinessCalendar,
  type PlainDate,
} from '@planerka/platform/domain';
import { z } from 'zod';

/** A day that is worth a publication, or days on which the client's people do not answer. */
export const clientDateKinds = ['occasion', 'away'] as const;
export type ClientDateKind = (typeof clientDateKinds)[number];

/** Longer ones are slips of the year. */
export const longestDays = 92;

export const clientDateSchema = z
  .strictObject({
    title: requiredLine('name'),
    kind: z.enum(clientDateKinds),
    startsOn: dayInput(),
    endsOn: dayInput(),
    isYearly: z.boolean().default(false),
    note: optionalText('long').default(''),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    const days = startsOn.until(endsOn, { largestUnit: 'day' }).days;
    if (days < 0) context.addIssue(custom('not_after_start', {}, ['endsOn']));
    if (days >= longestDays) context.addIssue(custom('too_large', { max: longestDays }, ['endsOn']));
  });
export type ClientDateInput = z.output<typeof clientDateSchema>;

export interface DatedPeriod {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Comes again every year from then on. */
  readonly isYearly: boolean;
}

export interface Occurrence<D> {
  readonly of: D;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** When they fall between two days, those included, by their first day. The 29th of February is the 28th where there is none. */
export function occurrencesOf<D extends DatedPeriod>(
  dates: readonly D[],
  from: PlainDate,
  to: PlainDate,
): readonly Occurrence<D>[] {
  return dates
    .flatMap((date): Occurrence<D>[] => {
      // One that begins in December may reach into the January that is asked about.
      const years = date.isYearly
        ? Array.from({ length: to.year - from.year + 2 }, (_, index) => from.year - 1 + index - date.startsOn.year)
        : [0];
      return years
        .filter((by) => by >= 0)
        .map((by) => yearsLater(date, by))
        .filter(({ startsOn, endsOn }) => compareDates(startsOn, to) <= 0 && compareDates(endsOn, from) >= 0);
    })
    .toSorted((one, other) => compareDates(one.startsOn, other.startsOn));
}

function yearsLater<D extends DatedPeriod>(date: D, years: number): Occurrence<D> {
  const startsOn = date.startsOn.add({ years });
  const { days } = date.startsOn.until(date.endsOn, { largestUnit: 'day' });
  return { of: date, startsOn, endsOn: startsOn.add({ days }) };
}

/** The calendar by which a client's people answer: the agency's, without the days that they said they are away. */
export function answeringCalendar(
  calendar: BusinessCalendar,
  away: readonly DatedPeriod[],
  years: readonly number[],
): BusinessCalendar {
  if (away.length === 0 || years.length === 0) return calendar;
  const from = Temporal.PlainDate.from({ year: Math.min(...years), month: 1, day: 1 });
  const to = Temporal.PlainDate.from({ year: Math.max(...years), month: 12, day: 31 });
  const days = occurrencesOf(away, from, to).flatMap(({ startsOn, endsOn }) => eachDay(startsOn, endsOn));
  const off = new Set(days);
  return businessCalendar({
    weekend: calendar.weekend,
    nonWorkingDays: [...calendar.nonWorkingDays, ...off],
    // A Saturday that everybody works is still one on which they are away.
    workingDays: [...calendar.workingDays].filter((day) => !off.has(day)),
  });
}

const eachDay = (from: PlainDate, to: PlainDate): readonly string[] =>
  Array.from({ length: from.until(to, { largestUnit: 'day' }).days + 1 }, (_, days) => from.add({ days }).toString());
