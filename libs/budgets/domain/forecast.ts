import { compareDates, Money, type PlainDate } from '@planerka/platform/domain';
import { plannedOf, usedOf, type Balances } from './ledger';

export interface Forecast {
  /** Used by the end of the period, if it goes on like this. */
  readonly expected: Money;
  /** What will be lacking then; zero where it suffices. */
  readonly shortage: Money;
  /** The first day on which nothing is left; null where the period ends before. */
  readonly runsOutOn: PlainDate | null;
}

/**
 * At the current pace: what is used by the end of `today`, per day since the period began, goes on until it ends.
 * Null before the period begins: there is no pace yet.
 */
export function forecast(balances: Balances, from: PlainDate, to: PlainDate, today: PlainDate): Forecast | null {
  if (compareDates(today, from) < 0) return null;
  const planned = plannedOf(balances);
  const used = usedOf(balances);
  const total = daysIn(from, to);
  const passed = compareDates(today, to) > 0 ? total : daysIn(from, today);
  const expected = used.times(BigInt(total), BigInt(passed));
  const zero = Money.zero(planned.currency);
  const shortage = Money.max(expected.minus(planned), zero);
  return { expected, shortage, runsOutOn: shortage.isZero ? null : dayOfEnd(planned, used, passed, from) };
}

/** The day in whose course the plan is used up: the smallest n with n × pace > plan, counted from the first day. */
function dayOfEnd(planned: Money, used: Money, passed: number, from: PlainDate): PlainDate {
  const days = (planned.minor * BigInt(passed)) / used.minor;
  return from.add({ days: Number(days) });
}

/** Both ends belong to it. */
const daysIn = (from: PlainDate, to: PlainDate): number => from.until(to, { largestUnit: 'day' }).days + 1;
