import { fromDbDate, type Tx } from '@planerka/platform/server';
import type { Id, OwnDays } from '@planerka/platform/domain';
import { sql, type RawBuilder } from 'kysely';

/** `OwnDays` of the agency's row under that alias, as JSON. */
export const ownDaysOf = (alias: string): RawBuilder<OwnDays> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`json_build_object('off', coalesce(${column('extra_days_off')}, '{}'),
    'worked', coalesce(${column('worked_days')}, '{}'), 'years', coalesce(${column('calendar_years')}, '{}'))`;
};

interface Kept {
  readonly extraDaysOff: readonly Date[];
  readonly workedDays: readonly Date[];
  readonly calendarYears: readonly number[];
}

const isoDay = (day: Date): string => fromDbDate(day).toString();

export const toOwnDays = ({ extraDaysOff, workedDays, calendarYears }: Kept): OwnDays => ({
  off: extraDaysOff.map(isoDay),
  worked: workedDays.map(isoDay),
  years: calendarYears,
});

/** Where the agency is, and when it works, for a command that reckons with days. */
export async function agencyClock(
  db: Tx['db'],
  agencyId: Id,
): Promise<{ readonly timeZone: string; readonly ownDays: OwnDays }> {
  const { timeZone, ...days } = await db.agency.findUniqueOrThrow({
    where: { id: agencyId },
    select: { timeZone: true, extraDaysOff: true, workedDays: true, calendarYears: true },
  });
  return { timeZone, ownDays: toOwnDays(days) };
}
