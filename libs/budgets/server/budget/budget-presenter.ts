import { forecast, plannedOf, usedPercent, type Balances } from '@planerka/budgets/domain';
import {
  compareDates,
  firstDayOf,
  lastDayOf,
  Money,
  parsePlainDate,
  parsePlainYearMonth,
  unwrap,
  type Currency,
  type Id,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import type { AdSpendDayObject, AdSpendPaceObject, BudgetFiguresObject } from './budget.object';
import { balancesOf, type BalanceFacts } from './figures-read';

export const toDate = (text: string): PlainDate => unwrap(parsePlainDate(text));
export const toMonth = (text: string): PlainYearMonth => unwrap(parsePlainYearMonth(text));
export const toMoney = (minor: string, currency: string): Money => Money.of(BigInt(minor), currency as Currency);

export const presentFigures = (balances: Balances): BudgetFiguresObject => ({
  planned: plannedOf(balances),
  ...balances,
  usedPercent: usedPercent(balances),
});

export interface PaceFacts extends BalanceFacts {
  readonly lineId: Id;
  readonly month: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly today: string;
  readonly days: readonly { readonly day: string; readonly minor: string }[];
}

export function presentPace(facts: PaceFacts): AdSpendPaceObject | null {
  const balances = balancesOf(facts);
  const month = toMonth(facts.month);
  const startsOn = later(firstDayOf(month), toDate(facts.startsOn));
  const endsOn = earlier(lastDayOf(month), toDate(facts.endsOn));
  const today = toDate(facts.today);
  if (compareDates(endsOn, startsOn) < 0) return null;
  const expected = forecast(balances, startsOn, endsOn, today);
  if (!expected) return null;
  const factUntil = earlier(today, endsOn);
  const passed = startsOn.until(factUntil, { largestUnit: 'day' }).days + 1;
  return {
    lineId: facts.lineId,
    month: facts.month,
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    factUntil: factUntil.toString(),
    limit: plannedOf(balances),
    spent: balances.spent,
    perDay: balances.spent.times(1n, BigInt(passed)),
    days: daysOf(facts),
    expected: expected.expected,
    shortage: expected.shortage,
    runsOutOn: expected.runsOutOn?.toString() ?? null,
  };
}

function daysOf({ days, currency }: PaceFacts): readonly AdSpendDayObject[] {
  let total = Money.zero(currency);
  return days.map(({ day, minor }) => {
    const amount = toMoney(minor, currency);
    total = total.plus(amount);
    return { day, amount, total };
  });
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (compareDates(one, other) >= 0 ? one : other);
const earlier = (one: PlainDate, other: PlainDate): PlainDate => (compareDates(one, other) <= 0 ? one : other);
