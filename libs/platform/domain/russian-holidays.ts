import { Temporal } from 'temporal-polyfill';
import { businessCalendar, type BusinessCalendar } from './business-calendar';

/**
 * Non-working days of Russia that fall on weekdays, with the weekend days worked instead.
 * Holidays: Labour Code, article 112. Moves: the Government's yearly decree, which comes out the autumn before.
 * Checked 2026-11. A year without a row here has the holidays of the law and the moves the law itself prescribes.
 */
interface HolidayYear {
  readonly off: readonly string[];
  readonly worked: readonly string[];
}

const decreed: Readonly<Record<number, HolidayYear>> = {
  2025: {
    off: [
      ...['01-01', '01-02', '01-03', '01-06', '01-07', '01-08', '05-01', '05-02', '05-08', '05-09'],
      ...['06-12', '06-13', '11-03', '11-04', '12-31'],
    ],
    worked: ['11-01'],
  },
  2026: {
    off: [
      ...['01-01', '01-02', '01-05', '01-06', '01-07', '01-08', '01-09', '02-23', '03-09', '05-01'],
      ...['05-11', '06-12', '11-04', '12-31'],
    ],
    worked: [],
  },
};

const newYear = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'];
const otherHolidays = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];

export interface RussianHolidays {
  /** ISO dates off work. */
  readonly nonWorkingDays: readonly string[];
  /** ISO dates at work although they are a Saturday. */
  readonly workingDays: readonly string[];
  /** False while the decree on moved days is not in our table. */
  readonly isDecreed: boolean;
}

export function russianHolidays(year: number): RussianHolidays {
  const known = decreed[year];
  const off = known?.off ?? [...newYear, ...otherHolidays.map((day) => movedPastWeekend(year, day))];
  return {
    nonWorkingDays: off.map((day) => `${year}-${day}`),
    workingDays: (known?.worked ?? []).map((day) => `${year}-${day}`),
    isDecreed: known !== undefined,
  };
}

/** What a day off is called: Labour Code, article 112. Moved days off have no name of their own. */
const names = {
  new_year: ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-08'],
  christmas: ['01-07'],
  defenders: ['02-23'],
  women: ['03-08'],
  labour: ['05-01'],
  victory: ['05-09'],
  russia: ['06-12'],
  unity: ['11-04'],
} as const satisfies Record<string, readonly string[]>;
export type RussianHoliday = keyof typeof names;
export const russianHolidayNames = Object.keys(names) as readonly RussianHoliday[];

/** The holiday that falls on that day, whether or not it is a weekend. */
export const russianHolidayOn = (day: Temporal.PlainDate): RussianHoliday | null =>
  russianHolidayNames.find((name) => (names[name] as readonly string[]).includes(day.toString().slice(5))) ?? null;

/** What an agency says of its own calendar, beside the country's. */
export interface OwnDays {
  /** ISO dates on which it does not work. */
  readonly off: readonly string[];
  /** ISO dates on which it works although they are a weekend or a holiday. */
  readonly worked: readonly string[];
  /** Years of which it has entered the decree itself. */
  readonly years: readonly number[];
}

export const noOwnDays: OwnDays = { off: [], worked: [], years: [] };

/** An agency's calendar: the country's over those years, and its own days, which have the last word. */
export function russianCalendar(years: Iterable<number>, own: OwnDays = noOwnDays): BusinessCalendar {
  const holidays = [...years].map(russianHolidays);
  const off = new Set(own.off);
  return businessCalendar({
    nonWorkingDays: [...holidays.flatMap(({ nonWorkingDays }) => nonWorkingDays), ...off],
    workingDays: [...holidays.flatMap(({ workingDays }) => workingDays).filter((day) => !off.has(day)), ...own.worked],
  });
}

/** Of these years, those whose moved days off neither we nor the agency know yet. */
export const undecreedYears = (years: Iterable<number>, own: OwnDays): readonly number[] =>
  [...new Set(years)]
    .filter((year) => !russianHolidays(year).isDecreed && !own.years.includes(year))
    .toSorted((one, other) => one - other);

/** Article 112: a holiday on a weekend, January's apart, moves to the next working day after it. */
function movedPastWeekend(year: number, day: string): string {
  const date = Temporal.PlainDate.from(`${year}-${day}`);
  const shift = date.dayOfWeek === 6 ? 2 : date.dayOfWeek === 7 ? 1 : 0;
  return date.add({ days: shift }).toString().slice(5);
}
