import { percentOf, type Money } from '@planerka/platform/domain';
import { plannedOf, usedOf, type Balances, type BudgetLine } from './ledger';

/** Percent of the plan at which a soft line speaks up. */
export const thresholds = [80, 100] as const;
export type Threshold = (typeof thresholds)[number];

/** How much of the plan is used, percent to one decimal; null where nothing is planned. */
export const usedPercent = (balances: Balances): number | null => percentOf(usedOf(balances), plannedOf(balances));

/** The highest threshold that is reached: what colours a line. Use without a plan counts as 100. */
export function reachedThreshold(balances: Balances): Threshold | null {
  return thresholds.findLast((threshold) => isReached(threshold, usedOf(balances), plannedOf(balances))) ?? null;
}

/** Thresholds that a movement has crossed upwards, each to be told once. Hard lines refuse instead. */
export function crossedThresholds(before: BudgetLine, after: BudgetLine): readonly Threshold[] {
  if (after.isHard) return [];
  const reached = (line: BudgetLine): number => reachedThreshold(line.balances) ?? 0;
  return thresholds.filter((threshold) => threshold > reached(before) && threshold <= reached(after));
}

function isReached(threshold: Threshold, used: Money, planned: Money): boolean {
  if (!used.isPositive) return false;
  // Exact: 79.96 % is not 80 %.
  return used.minor * 100n >= planned.minor * BigInt(threshold);
}
