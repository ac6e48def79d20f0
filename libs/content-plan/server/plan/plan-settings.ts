import { russianCalendar, type BusinessCalendar, type Id, type TimeZone } from '@planerka/platform/domain';
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
  return { zone: time_zone, calendar: russianCalendar(years, days_off) };
}

export const daysOff = sql<string[]>`coalesce(extra_days_off, '{}')::text[]`;
