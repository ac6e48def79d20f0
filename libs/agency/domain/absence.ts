import { compareDates, custom, dayInput, isId, printable, type PlainDate } from '@planerka/platform/domain';
import { z } from 'zod';

/** Why somebody is away, as colleagues may know it. */
export const absenceKinds = ['vacation', 'sick', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Longer ones are slips of the year. */
const longestDays = 366;

export const absenceInput = z
  .object({
    memberId: z.string().refine(isId, custom('not_an_id')),
    kind: z.enum(absenceKinds),
    startsOn: dayInput(),
    endsOn: dayInput(),
    note: printable().trim().max(500).default(''),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    const days = startsOn.until(endsOn, { largestUnit: 'day' }).days;
    if (days < 0) context.addIssue(custom('not_after_start', {}, ['endsOn']));
    if (days >= longestDays) context.addIssue(custom('too_large', { max: longestDays }, ['endsOn']));
  });

/** First and last day, both away. */
export interface Period {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

export const overlaps = (one: Period, other: Period): boolean =>
  compareDates(one.startsOn, other.endsOn) <= 0 && compareDates(other.startsOn, one.endsOn) <= 0;

/** The one that holds the day. */
export const awayOn = <P extends Period>(periods: readonly P[], on: PlainDate): P | null =>
  periods.find(({ startsOn, endsOn }) => compareDates(startsOn, on) <= 0 && compareDates(on, endsOn) <= 0) ?? null;

/** Every day of them from `from` on, as ISO text; of a year at most. */
export function daysAway(periods: readonly Period[], from: PlainDate): ReadonlySet<string> {
  const last = from.add({ days: longestDays });
  const days = new Set<string>();
  for (const { startsOn, endsOn } of periods) {
    const end = compareDates(endsOn, last) < 0 ? endsOn : last;
    const begin = compareDates(startsOn, from) < 0 ? from : startsOn;
    for (let on = begin; compareDates(on, end) <= 0; on = on.add({ days: 1 })) days.add(on.toString());
  }
  return days;
}
