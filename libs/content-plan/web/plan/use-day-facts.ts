import { useMemo } from 'react';
import type { DayFacts } from '../calendar/DayCell';
import { type Day, monthOf, weekday } from './days';
import type { Plan } from './plan-page.documents';

/** What every shown day is, apart from its publications. */
export function useDayFacts(plan: Plan, month: string, isFiltered: boolean, isWeek: boolean): (day: Day) => DayFacts {
  return useMemo(() => {
    const off = new Set(plan.daysOff);
    // with a filter on, a day without cards is not an empty day; and where all are, none stands out
    const empty = new Set(isFiltered || plan.itemCount === 0 ? [] : plan.emptyDays);
    const datesOf = (kind: Plan['collisions'][number]['kind']) =>
      new Set(plan.collisions.flatMap((one) => (one.kind === kind ? one.date : [])));
    const repeats = datesOf('SAME_TOPIC');
    const clashes = datesOf('SAME_TIME');
    return (day) => ({
      isOtherMonth: !isWeek && monthOf(day) !== month,
      isToday: day === plan.today,
      isWeekend: weekday(day) > 5,
      isOff: off.has(day),
      isEmpty: empty.has(day),
      isRepeat: repeats.has(day),
      isClash: clashes.has(day),
    });
  }, [plan, month, isFiltered, isWeek]);
}
