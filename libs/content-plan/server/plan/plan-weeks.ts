import { firstDayOf, lastDayOf, type PlainDate, type PlainYearMonth } from '@planerka/platform/domain';

/** Whole weeks from Monday on, as the calendar shows them. */
export function weeksOf(month: PlainYearMonth): { readonly from: PlainDate; readonly to: PlainDate } {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  return { from: first.subtract({ days: first.dayOfWeek - 1 }), to: last.add({ days: 7 - last.dayOfWeek }) };
}

export const daysBetween = ({ from, to }: ReturnType<typeof weeksOf>): readonly PlainDate[] =>
  Array.from({ length: from.until(to, { largestUnit: 'day' }).days + 1 }, (_, index) => from.add({ days: index }));
