import {
  businessCalendar,
  russianHolidays,
  type BusinessCalendar,
  type Id,
  type TimeZone,
} from '@planerka/platform/domain';
import type { ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';

export interface PlanSettings {
  readonly zone: TimeZone;
  readonly calendar: BusinessCalendar;
}

/** The agency's clock and working days; the years are those that a screen may show. */
export async function planSettings(db: ReadTransaction, agencyId: Id, years: readonly number[]): Promise<PlanSettings> {
  const { time_zone, days_off } = await db
    .selectFrom('agency')
    .select(['time_zone', daysOff.as('days_off')])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return { zone: time_zone, calendar: calendarOf(days_off, years) };
}

export const daysOff = sql<string[]>`coalesce(extra_days_off, '{}')::text[]`;

export function calendarOf(extraDaysOff: readonly string[], years: readonly number[]): BusinessCalendar {
  const holidays = years.map(russianHolidays);
  return businessCalendar({
    nonWorkingDays: [...holidays.flatMap(({ nonWorkingDays }) => nonWorkingDays), ...extraDaysOff],
    workingDays: holidays.flatMap(({ workingDays }) => workingDays),
  });
}
