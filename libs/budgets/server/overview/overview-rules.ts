import {
  againstGoal,
  forecast,
  marginOf,
  type Balances,
  type BudgetCategory,
  type Margin,
} from '@planerka/budgets/domain';
import {
  compareDates,
  firstDayOf,
  lastDayOf,
  type Money,
  percentOf,
  type Currency,
  type PlainDate,
} from '@planerka/platform/domain';
import { toDate, toMoney, toMonth } from '../budget/budget-presenter';
import { balancesOf } from '../budget/figures-read';
import type { OverviewRiskObject } from './overview.object';

const silentAfterDays = 3;

/** Revenue and cost of a client, a month or the whole, as facts of a rule. */
export interface MarginFacts {
  readonly revenue: string;
  readonly cost: string;
  readonly currency: Currency;
}

export const marginFrom = ({ revenue, cost, currency }: MarginFacts): Margin =>
  marginOf(toMoney(revenue, currency), toMoney(cost, currency));

export interface GoalFacts extends MarginFacts {
  readonly goal: number | null;
}

export const againstGoalFrom = (facts: GoalFacts): number | null => againstGoal(marginFrom(facts), facts.goal);

export function missingToGoalFrom(facts: GoalFacts): Money | null {
  if (facts.goal === null) return null;
  const { revenue, profit } = marginFrom(facts);
  const missing = revenue.times(BigInt(Math.round(facts.goal * 100)), 10_000n).minus(profit);
  return missing.isPositive ? missing : null;
}

export function changeFrom({
  now,
  before,
  currency,
}: {
  now: string;
  before: string;
  currency: Currency;
}): number | null {
  const past = toMoney(before, currency);
  return percentOf(toMoney(now, currency).minus(past), past);
}

/** A line of this month's advertising, with the period of its campaign. */
interface AdLine extends Readonly<Record<keyof Balances, string>> {
  readonly month: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface RiskFacts {
  readonly currency: Currency;
  readonly today: string;
  readonly overdrawn: BudgetCategory | null;
  readonly ads: readonly AdLine[] | null;
  readonly paidRound: { readonly round: number; readonly included: number } | null;
  readonly silentDays: number | null;
}

const nothing = { category: null, day: null, count: null, of: null } as const;

/** What will not work out without a decision, then what warns, then what is only worth knowing. */
export function risksFrom({ currency, ...facts }: RiskFacts): readonly OverviewRiskObject[] {
  const risks: OverviewRiskObject[] = [];
  const today = toDate(facts.today);
  if (facts.overdrawn) risks.push({ ...nothing, kind: 'overdrawn', category: facts.overdrawn });
  const day = (facts.ads ?? []).map((line) => runsOut(line, currency, today)).find((end) => end !== null);
  if (day) risks.push({ ...nothing, kind: 'ads_run_out', day: day.toString() });
  if (facts.paidRound) {
    risks.push({ ...nothing, kind: 'paid_round', count: facts.paidRound.round, of: facts.paidRound.included });
  }
  if (facts.silentDays !== null && facts.silentDays >= silentAfterDays) {
    risks.push({ ...nothing, kind: 'silent_client', count: facts.silentDays });
  }
  return risks;
}

function runsOut(line: AdLine, currency: Currency, today: PlainDate): PlainDate | null {
  const month = toMonth(line.month);
  const starts = toDate(line.startsOn);
  const ends = toDate(line.endsOn);
  const from = compareDates(firstDayOf(month), starts) >= 0 ? firstDayOf(month) : starts;
  const to = compareDates(lastDayOf(month), ends) <= 0 ? lastDayOf(month) : ends;
  if (compareDates(to, from) < 0) return null;
  return forecast(balancesOf({ ...line, currency }), from, to, today)?.runsOutOn ?? null;
}
