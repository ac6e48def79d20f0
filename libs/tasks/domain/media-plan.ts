import { decimalOfMinor, minorOf } from './amount';
import { maxResults } from './brief-parts';
import type { TargetingBrief } from './targeting-brief';

/** What is paid for, by the launch's goal: `cpm` buys a thousand at once. */
export type PlanMetric = 'cpm' | 'cpc' | 'cpl' | 'cpa';

const metrics: Readonly<Record<NonNullable<TargetingBrief['launchGoal']>, PlanMetric>> = {
  reach: 'cpm',
  traffic: 'cpc',
  leads: 'cpl',
  community_growth: 'cpa',
  sales: 'cpa',
};

export const planMetricOf = (goal: TargetingBrief['launchGoal']): PlanMetric => (goal === null ? 'cpl' : metrics[goal]);

/** Three of which any two say the third: kopecks, kopecks for one (or for a thousand), and how many. Null: not known. */
export interface MediaPlan {
  readonly total: bigint | null;
  readonly price: bigint | null;
  readonly results: number | null;
}

export const planParts = ['total', 'price', 'results'] as const;
export type PlanPart = (typeof planParts)[number];

/** 10 milliards of roubles: more is a slip of the hand. */
const maxMinor = 1_000_000_000_000n;

const perOf = (metric: PlanMetric): bigint => (metric === 'cpm' ? 1_000n : 1n);

/**
 * After one of the three was changed, the one that is neither held nor changed follows. Where the held one itself was changed the budget
 * stays, and where that was it, the results follow. Computed so that the results at that price never cost more than the budget:
 * price and results are rounded down, a budget up.
 */
export function solvePlan(plan: MediaPlan, changed: PlanPart, held: PlanPart, metric: PlanMetric): MediaPlan {
  const part = followerOf(changed, held);
  const computed = compute(plan, part, perOf(metric));
  return computed === null ? plan : { ...plan, [part]: computed };
}

function followerOf(changed: PlanPart, held: PlanPart): PlanPart {
  if (changed === held) return changed === 'results' ? 'price' : 'results';
  return planParts.find((part) => part !== changed && part !== held) ?? 'results';
}

function compute({ total, price, results }: MediaPlan, part: PlanPart, per: bigint): bigint | number | null {
  const count = results === null ? null : BigInt(results);
  switch (part) {
    case 'total': {
      if (price === null || count === null) return null;
      const needed = (price * count + per - 1n) / per;
      return needed <= maxMinor ? needed : null;
    }
    case 'price': {
      if (total === null || count === null || count === 0n) return null;
      const most = (total * per) / count;
      return most > 0n && most <= maxMinor ? most : null;
    }
    case 'results': {
      if (total === null || price === null || price === 0n) return null;
      const most = (total * per) / price;
      return most > 0n && most <= BigInt(maxResults) ? Number(most) : null;
    }
  }
}

/** How many the budget buys at that price at the worst; null where something is not known. */
export const affordable = ({ total, price }: Pick<MediaPlan, 'total' | 'price'>, metric: PlanMetric): bigint | null =>
  total === null || price === null || price === 0n ? null : (total * perOf(metric)) / price;

/** What of a brief is its plan. */
export function planOf(brief: TargetingBrief): MediaPlan & { readonly metric: PlanMetric } {
  const metric = planMetricOf(brief.launchGoal);
  return {
    metric,
    total: minorOf(brief.totalLimit),
    price: minorOf(brief.thresholds.find((threshold) => threshold.metric === metric)?.value ?? null),
    results: brief.plannedResults,
  };
}

/** The plan's three back in their fields. */
export function withPlan(brief: TargetingBrief, { total, price, results }: MediaPlan): TargetingBrief {
  const metric = planMetricOf(brief.launchGoal);
  const value = price === null ? null : decimalOfMinor(price);
  const isThere = brief.thresholds.some((threshold) => threshold.metric === metric);
  const others = brief.thresholds.filter((threshold) => threshold.metric !== metric);
  const same = (one: string | null, other: bigint | null): boolean => minorOf(one) === other;
  return {
    ...brief,
    totalLimit: same(brief.totalLimit, total) ? brief.totalLimit : total === null ? null : decimalOfMinor(total),
    thresholds:
      value === null
        ? others
        : isThere
          ? brief.thresholds.map((threshold) =>
              threshold.metric === metric && !same(threshold.value, price) ? { metric, value } : threshold,
            )
          : [...brief.thresholds, { metric, value }],
    plannedResults: results,
  };
}
