import { occurrencesOf, type ClientDateKind } from '@planerka/clients/domain';
import {
  compareDates,
  russianHolidayOn,
  Temporal,
  type PlainDate,
  type RussianHoliday,
} from '@planerka/platform/domain';
import type { PlanDateObject } from './content-plan.object';
import { daysBetween, weeksOf } from './plan-weeks';

interface DateFacts {
  readonly month: string;
  readonly own: readonly {
    readonly kind: ClientDateKind;
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly isYearly: boolean;
  }[];
}

/** What the shown weeks have of the country's holidays and of the client's own dates. */
export function datesOf({ month, own }: DateFacts): readonly PlanDateObject[] {
  const weeks = weeksOf(Temporal.PlainYearMonth.from(month));
  const dates = own.map((date) => ({
    ...date,
    startsOn: Temporal.PlainDate.from(date.startsOn),
    endsOn: Temporal.PlainDate.from(date.endsOn),
  }));
  const ofClient = occurrencesOf(dates, weeks.from, weeks.to).map(({ of: { kind, title }, ...period }) => ({
    ...textOf(period),
    kind,
    title,
    holiday: null,
  }));
  const holidays = holidaysOf(daysBetween(weeks)).map(({ holiday, ...period }) => ({
    ...textOf(period),
    kind: 'holiday' as const,
    title: null,
    holiday,
  }));
  return [...holidays, ...ofClient].toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
}

interface Holiday {
  readonly holiday: RussianHoliday;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** Days of one holiday on end are one. */
function holidaysOf(days: readonly PlainDate[]): readonly Holiday[] {
  return days.reduce<readonly Holiday[]>((found, day) => {
    const holiday = russianHolidayOn(day);
    if (holiday === null) return found;
    const last = found.at(-1);
    const goesOn = last?.holiday === holiday && compareDates(last.endsOn.add({ days: 1 }), day) === 0;
    return goesOn
      ? [...found.slice(0, -1), { ...last, endsOn: day }]
      : [...found, { holiday, startsOn: day, endsOn: day }];
  }, []);
}

const textOf = ({ startsOn, endsOn }: { readonly startsOn: PlainDate; readonly endsOn: PlainDate }) => ({
  startsOn: startsOn.toString(),
  endsOn: endsOn.toString(),
});
