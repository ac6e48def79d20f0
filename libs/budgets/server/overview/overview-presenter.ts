import {
  addBalances,
  againstGoal,
  forecast,
  marginOf,
  noBalances,
  type Balances,
  type Margin,
} from '@planerka/budgets/domain';
import {
  compareDates,
  compareMonths,
  firstDayOf,
  lastDayOf,
  Money,
  percentOf,
  type Currency,
  type PlainDate,
} from '@planerka/platform/domain';
import { presentFigures, toDate, toMoney, toMonth } from '../budget/budget-presenter';
import type { BudgetRevisionObject } from '../budget/budget.object';
import type { PayoutObject } from '../payouts/payout.object';
import type { AdLineJson, ClientJson, OverviewRow } from './overview-row';
import type { MonthMarginObject, OverviewClientObject, OverviewObject, OverviewRiskObject } from './overview.object';

const silentAfterDays = 3;

export function presentOverview(
  row: OverviewRow,
  isQuarter: boolean,
  requests: readonly BudgetRevisionObject[],
  payouts: readonly PayoutObject[],
): OverviewObject {
  const currency = row.currency as Currency;
  const today = toDate(row.today);
  const month = toMonth(row.last_month);
  const clients = row.clients.map((client) => ({ ...presentClient(client, today), currency: client.currency }));
  const own = clients.filter((client) => client.currency === currency);
  const margin = marginOf(
    sum(own, currency, ({ margin: { revenue } }) => revenue),
    sum(own, currency, ({ margin: { cost } }) => cost),
  );
  const goal = row.margin_goal === null ? null : Number(row.margin_goal);
  const months = row.months.map((one) => presentMonth(one, currency));
  const length = month.since(toMonth(row.first_month), { largestUnit: 'month' }).months + 1;
  const before = months.slice(-2 * length, -length);
  return {
    month,
    isQuarter,
    today,
    isCurrent: compareMonths(today.toPlainYearMonth(), month) <= 0,
    margin,
    goal,
    againstGoal: againstGoal(margin, goal),
    missingToGoal: missingTo(goal, margin),
    revenueChange: changeOf(
      margin.revenue,
      sum(before, currency, (one) => one.margin.revenue),
    ),
    costChange: changeOf(
      margin.cost,
      sum(before, currency, (one) => one.margin.cost),
    ),
    months,
    clients: clients.toSorted(byMargin),
    available: sum(own, currency, ({ figures }) => figures.available),
    otherCurrencyClients: clients.length - own.length,
    requests,
    payouts,
    squads: row.squads,
  };
}

const sum = <T>(things: readonly T[], currency: Currency, of: (thing: T) => Money): Money =>
  Money.sum(things.map(of), currency);

const changeOf = (now: Money, before: Money): number | null => percentOf(now.minus(before), before);

/** The smallest margin first; without revenue there is none, and that stands last. */
const byMargin = (one: OverviewClientObject, other: OverviewClientObject): number =>
  (one.margin.percent ?? Number.MAX_SAFE_INTEGER) - (other.margin.percent ?? Number.MAX_SAFE_INTEGER);

function missingTo(goal: number | null, margin: Margin): Money | null {
  if (goal === null) return null;
  const missing = margin.revenue.times(BigInt(Math.round(goal * 100)), 10_000n).minus(margin.profit);
  return missing.isPositive ? missing : null;
}

function presentMonth({ month, revenue, cost }: OverviewRow['months'][number], currency: Currency): MonthMarginObject {
  return { month: toMonth(month), margin: marginOf(toMoney(revenue, currency), toMoney(cost, currency)) };
}

function presentClient(client: ClientJson, today: PlainDate): OverviewClientObject {
  const currency = client.currency as Currency;
  return {
    clientId: client.clientId,
    name: client.name,
    squadId: client.squadId,
    managerName: client.managerName ?? '',
    margin: marginOf(toMoney(client.revenue, currency), toMoney(client.cost, currency)),
    figures: presentFigures(addBalances(noBalances(currency), toBalances(client, currency))),
    campaignId: client.campaignId,
    risks: risksOf(client, currency, today),
  };
}

const nothing = { category: null, day: null, count: null, of: null } as const;

/** What will not work out without a decision, then what warns, then what is only worth knowing. */
function risksOf(client: ClientJson, currency: Currency, today: PlainDate): readonly OverviewRiskObject[] {
  const risks: OverviewRiskObject[] = [];
  if (client.overdrawn) risks.push({ ...nothing, kind: 'overdrawn', category: client.overdrawn });
  const day = (client.ads ?? []).map((line) => runsOut(line, currency, today)).find((end) => end !== null);
  if (day) risks.push({ ...nothing, kind: 'ads_run_out', day });
  if (client.paidRound) {
    risks.push({ ...nothing, kind: 'paid_round', count: client.paidRound.round, of: client.paidRound.included });
  }
  if (client.silentDays !== null && client.silentDays >= silentAfterDays) {
    risks.push({ ...nothing, kind: 'silent_client', count: client.silentDays });
  }
  return risks;
}

function runsOut(line: AdLineJson, currency: Currency, today: PlainDate): PlainDate | null {
  const month = toMonth(line.month);
  const starts = toDate(line.startsOn);
  const ends = toDate(line.endsOn);
  const from = compareDates(firstDayOf(month), starts) >= 0 ? firstDayOf(month) : starts;
  const to = compareDates(lastDayOf(month), ends) <= 0 ? lastDayOf(month) : ends;
  if (compareDates(to, from) < 0) return null;
  return forecast(toBalances(line, currency), from, to, today)?.runsOutOn ?? null;
}

const toBalances = (sums: Record<keyof Balances, string>, currency: Currency): Balances => ({
  available: toMoney(sums.available, currency),
  committed: toMoney(sums.committed, currency),
  payable: toMoney(sums.payable, currency),
  spent: toMoney(sums.spent, currency),
});
