import { compareDates, custom, type PlainDate } from '@planerka/platform/domain';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from '@planerka/platform/domain';
import { z } from 'zod';

export const rhythmKinds = ['daily', 'weekly', 'month_day', 'month_weekday'] as const;
export type RhythmKind = (typeof rhythmKinds)[number];

/** What managers ask for, of all that iCalendar can say. */
export interface Rhythm {
  readonly kind: RhythmKind;
  /** Every so many days, weeks or months. */
  readonly interval: number;
  /** 1 Monday … 7 Sunday, in their order; one of them for `month_weekday`. */
  readonly weekdays: readonly number[];
  /** 1 … 31, or -1 for the last; in a shorter month its last day. */
  readonly monthDay: number | null;
  /** 1 … 4, or -1 for the last. */
  readonly nth: number | null;
}

const nths = [1, 2, 3, 4, -1];

export const rhythmSchema = z
  .strictObject({
    kind: z.enum(rhythmKinds),
    interval: z.int().min(1).max(52).default(1),
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    monthDay: z.int().min(-1).max(31).nullish(),
    nth: z.int().min(-1).max(4).nullish(),
  })
  .transform(({ kind, interval, weekdays, monthDay = null, nth = null }, context): Rhythm => {
    const days = [...new Set(weekdays)].toSorted((one, other) => one - other);
    const rhythm = { kind, interval, weekdays: days, monthDay: null, nth: null };
    if (kind === 'daily') return { ...rhythm, weekdays: [] };
    if (kind === 'month_day') {
      if (!monthDay) context.addIssue(custom('required', {}, ['monthDay']));
      return { ...rhythm, weekdays: [], monthDay };
    }
    if (days.length === 0) context.addIssue(custom('required', {}, ['weekdays']));
    if (kind === 'weekly') return rhythm;
    if (days.length > 1) context.addIssue(custom('too_many', { max: 1 }, ['weekdays']));
    if (nth === null || !nths.includes(nth)) context.addIssue(custom('required', {}, ['nth']));
    return { ...rhythm, nth };
  });

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The shortest month has so many days. */
const surely = 28;

/** As iCalendar writes it, without its ends. */
export function toRRule({ kind, interval, weekdays, monthDay, nth }: Rhythm): string {
  const every = `INTERVAL=${interval}`;
  const days = weekdays.map((day) => codes[day - 1]).join(',');
  switch (kind) {
    case 'daily':
      return `FREQ=DAILY;${every}`;
    case 'weekly':
      return `FREQ=WEEKLY;${every};WKST=MO;BYDAY=${days}`;
    case 'month_weekday':
      return `FREQ=MONTHLY;${every};BYDAY=${nth}${days}`;
    case 'month_day':
      return `FREQ=MONTHLY;${every};${monthDayPart(monthDay ?? 1)}`;
  }
}

/** By itself iCalendar leaves a month without the 31st out: of the days up to the wanted one, the last that is there. */
function monthDayPart(day: number): string {
  if (day <= surely) return `BYMONTHDAY=${day}`;
  const upTo = Array.from({ length: day - surely + 1 }, (_, index) => surely + index);
  return `BYMONTHDAY=${upTo.join(',')};BYSETPOS=-1`;
}

/** Reads what `toRRule` wrote. */
export function fromRRule(rule: string): Rhythm {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const byDay = (parts.get('BYDAY') ?? '').split(',').filter(Boolean);
  const weekdays = byDay.map((day) => codes.findIndex((code) => day.endsWith(code)) + 1);
  const rhythm = { interval, weekdays, monthDay: null, nth: null };
  if (parts.get('FREQ') === 'DAILY') return { ...rhythm, kind: 'daily' };
  if (parts.get('FREQ') === 'WEEKLY') return { ...rhythm, kind: 'weekly' };
  const [first] = byDay;
  if (first !== undefined) return { ...rhythm, kind: 'month_weekday', nth: Number(first.slice(0, -2)) };
  const monthDays = (parts.get('BYMONTHDAY') ?? '').split(',').map(Number);
  return { ...rhythm, kind: 'month_day', monthDay: monthDays.at(-1) ?? 1 };
}

/** When it begins, and how it ends: on a day, after so many times, or not. */
export interface RhythmBounds {
  /** As `toRRule` writes it. */
  readonly rule: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly times: number | null;
}

/**
 * Its days from one to another, both included. Days have no zone: a publication's moment is made of its day and its
 * time of the wall clock where the agency is, so that no change of clocks moves it.
 */
export function rhythmDays(
  { rule, startsOn, endsOn, times }: RhythmBounds,
  from: PlainDate,
  to: PlainDate,
): PlainDate[] {
  const last = endsOn !== null && compareDates(endsOn, to) < 0 ? endsOn : to;
  if (compareDates(last, startsOn) < 0 || compareDates(last, from) < 0) return [];
  const ends = times === null ? '' : `;COUNT=${times}`;
  const days = new RRuleTemporal({ rruleString: `RRULE:${rule}${ends}`, dtstart: inUtc(startsOn), cache: false });
  return days
    .between(inUtc(from), inUtc(last), true)
    .map((day) => Temporal.PlainDate.from(day.toString().slice(0, 10)));
}

const inUtc = (day: PlainDate) => day.toZonedDateTime('UTC');
