import { percentOf, type Money } from '@planerka/platform/domain';

export interface Margin {
  readonly revenue: Money;
  readonly cost: Money;
  readonly profit: Money;
  /** Profit of revenue, percent to one decimal; null without revenue. */
  readonly percent: number | null;
}

/**
 * @param revenue retainer revenue of the month
 * @param cost fees committed, payable and paid, and expenses; ad spend of the client's own money is none of it
 */
export function marginOf(revenue: Money, cost: Money): Margin {
  const profit = revenue.minus(cost);
  return { revenue, cost, profit, percent: percentOf(profit, revenue) };
}

/** How a margin stands against the agency's goal, in percentage points to one decimal: −5 is five below. */
export function againstGoal(margin: Margin, goalPercent: number | null): number | null {
  if (margin.percent === null || goalPercent === null) return null;
  return Math.round((margin.percent - goalPercent) * 10) / 10;
}

/** Return on marketing investment: (income − investment) / investment, percent to one decimal; null without investment. */
export const romi = (income: Money, investment: Money): number | null =>
  percentOf(income.minus(investment), investment);
