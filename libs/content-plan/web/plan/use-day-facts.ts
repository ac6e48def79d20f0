import { useMemo } from 'react';
import type { DayFacts } from '../calendar/DayCell';
import { type Day, monthOf, weekday } from './days';
import type { Plan } from './plan-page.documents';

export interface DayFactsSources {
  readonly plan: Plan;
  readonly month: string;
  /** The shown ones. */
  readonly days: readonly Day[];
  readonly isFiltered: boolean;
  readonly isWeek: boolean;
}

const noMarks: DayFacts['marks'] = [];

/** What every shown day is, apart from its publications: the same object each time, so that nothing is drawn anew for it. */
export function useDayFacts({ plan, month, days, isFiltered, isWeek }: DayFactsSources): (day: Day) => DayFacts {
  return useMemo(() => {
    const off = new Set(plan.daysOff);
    // with a filter on, a day without cards is not an empty day; and where all are, none stands out
    const empty = new Set(isFiltered || plan.itemCount === 0 ? [] : plan.emptyDays);
    const datesOf = (kind: Plan['collisions'][number]['kind']) =>
      new Set(plan.collisions.flatMap((one) => (one.kind === kind ? one.date : [])));
    const repeats = datesOf('SAME_TOPIC');
    const clashes = datesOf('SAME_TIME');
    const marksOf = (day: Day): DayFacts['marks'] => {
      const marks = plan.dates.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
      return marks.length === 0 ? noMarks : marks;
    };
    const factsOf = (day: Day): DayFacts => ({
      isOtherMonth: !isWeek && monthOf(day) !== month,
      isToday: day === plan.today,
      isWeekend: weekday(day) > 5,
      isOff: off.has(day),
      isEmpty: empty.has(day),
      isRepeat: repeats.has(day),
      isClash: clashes.has(day),
      marks: marksOf(day),
    });
    const known = new Map(days.map((day) => [day, factsOf(day)]));
    return (day) => known.get(day) ?? factsOf(day);
  }, [plan, month, days, isFiltered, isWeek]);
}
