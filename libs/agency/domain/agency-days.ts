import { compareDates, custom, dayInput, type PlainDate } from '@planerka/platform/domain';
import { z } from 'zod';

/** More than a year's worth of days of one kind is a slip, and so is a day of another century. */
export const maxOwnDays = 400;
const firstYear = 2000;
const lastYear = 2100;

const own = () =>
  z
    .array(
      dayInput().superRefine(({ year }, context) => {
        if (year < firstYear || year > lastYear) context.addIssue(custom('not_an_option'));
      }),
    )
    .max(maxOwnDays)
    .transform(inOrder);

const inOrder = (days: readonly PlainDate[]): PlainDate[] =>
  days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index).toSorted(compareDates);

/** An agency's own calendar: beside weekends and the country's holidays. */
export const agencyDays = z
  .object({
    daysOff: own(),
    workedDays: own(),
    calendarYears: z
      .array(z.number().int().min(firstYear).max(lastYear))
      .max(lastYear - firstYear)
      .transform((years) => [...new Set(years)].toSorted((one, other) => one - other)),
  })
  .superRefine(({ daysOff, workedDays }, context) => {
    workedDays.forEach((day, index) => {
      if (daysOff.some((off) => off.equals(day)))
        context.addIssue({ ...custom('day_off_and_worked', { day: day.toString() }), path: ['workedDays', index] });
    });
  });
export type AgencyDays = z.output<typeof agencyDays>;

/** Days as people paste them: each with the word that could not be read where it is none. */
export interface PastedDays {
  /** ISO, in order, each once. */
  readonly days: readonly string[];
  readonly unread: readonly string[];
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const dotted = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$/;

/**
 * A list of dates from a decree, a table or a letter: «2027-02-22», «22.02.2027», «22.02» of the given year, with commas, semicolons,
 * tabs or lines between.
 */
export function pastedDays(text: string, year: number): PastedDays {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const read = words.map((word) => ({ word, day: readDay(word, year) }));
  return {
    days: [...new Set(read.flatMap(({ day }) => (day === null ? [] : [day])))].toSorted(),
    unread: read.flatMap(({ word, day }) => (day === null ? [word] : [])),
  };
}

function readDay(word: string, year: number): string | null {
  const [, isoYear, isoMonth, isoDay] = iso.exec(word) ?? [];
  const [, day, month, dottedYear] = dotted.exec(word) ?? [];
  const parts = isoYear ? [isoYear, isoMonth, isoDay] : day ? [dottedYear ?? String(year), month, day] : null;
  if (!parts) return null;
  const text = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return dayInput().safeParse(text).success ? text : null;
}
