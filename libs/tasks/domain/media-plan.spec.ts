import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalOfMinor, minorOf } from './amount';
import { affordable, planOf, planParts, solvePlan, withPlan, type MediaPlan, type PlanMetric } from './media-plan';
import { targetingBrief } from './testing/briefs';

const metrics = ['cpm', 'cpc', 'cpl', 'cpa'] as const satisfies readonly PlanMetric[];
const per = (metric: PlanMetric) => (metric === 'cpm' ? 1_000n : 1n);

describe('budget, price and how many', () => {
  const plan: MediaPlan = { total: 4_200_000n, price: 50_000n, results: 84 };

  it.each([
    ['a lower price buys more', { ...plan, price: 42_000n }, 'price', 'total', { results: 100 }],
    ['more results want a lower price', { ...plan, results: 100 }, 'results', 'total', { price: 42_000n }],
    ['a larger budget at a held price buys more', { ...plan, total: 5_000_000n }, 'total', 'price', { results: 100 }],
    ['more results at a held price cost more', { ...plan, results: 100 }, 'results', 'price', { total: 5_000_000n }],
    [
      'a larger budget for as many may pay more',
      { ...plan, total: 8_400_000n },
      'total',
      'results',
      { price: 100_000n },
    ],
    ['a higher price for as many costs more', { ...plan, price: 60_000n }, 'price', 'results', { total: 5_040_000n }],
    ['a held budget, changed itself, buys more', { ...plan, total: 5_000_000n }, 'total', 'total', { results: 100 }],
    ['a held price, changed itself, keeps the budget', { ...plan, price: 42_000n }, 'price', 'price', { results: 100 }],
    [
      'held results, changed themselves, keep it too',
      { ...plan, results: 100 },
      'results',
      'results',
      { price: 42_000n },
    ],
  ] as const)('%s', (_name, changed, part, held, expected) => {
    expect(solvePlan(changed, part, held, 'cpl')).toEqual({ ...changed, ...expected });
  });

  it.each<[string, MediaPlan]>([
    ['nothing to compute from', { total: null, price: 50_000n, results: null }],
    ['a price of nothing', { total: 4_200_000n, price: 0n, results: 84 }],
    ['a budget too small for one', { total: 100n, price: 50_000n, results: 84 }],
  ])('stays as it is with %s', (_name, given) => {
    expect(solvePlan(given, 'price', 'total', 'cpl')).toEqual(given);
  });

  it('buys impressions by the thousand', () => {
    const reach = solvePlan({ total: 2_600_000n, price: 26_000n, results: null }, 'price', 'total', 'cpm');
    expect(reach.results).toBe(100_000);
  });

  const known = fc.record({
    total: fc.bigInt(1n, 10_000_000_00n),
    price: fc.bigInt(1n, 1_000_000_00n),
    results: fc.integer({ min: 1, max: 1_000_000 }),
  });

  it('never costs more than its budget, and leaves less than one more would cost', () => {
    fc.assert(
      fc.property(
        known,
        fc.constantFrom(...planParts),
        fc.constantFrom(...planParts),
        fc.constantFrom(...metrics),
        (plan, changed, held, metric) => {
          const solved = solvePlan(plan, changed, held, metric);
          const { total, price, results } = solved;
          if (total === null || price === null || results === null) throw new Error('a known plan stays known');
          const follower = planParts.find((part) => solved[part] !== plan[part]);
          if (follower === undefined) return;
          expect(follower).not.toBe(changed);
          const unit = per(metric);
          expect(price * BigInt(results)).toBeLessThanOrEqual(total * unit);
          if (follower === 'results') expect(price * BigInt(results + 1)).toBeGreaterThan(total * unit);
          if (follower === 'price') expect((price + 1n) * BigInt(results)).toBeGreaterThan(total * unit);
          if (follower === 'total') expect(price * BigInt(results)).toBeGreaterThan((total - 1n) * unit);
        },
      ),
    );
  });

  it('is settled: asked once more, nothing moves', () => {
    fc.assert(
      fc.property(known, fc.constantFrom(...planParts), fc.constantFrom(...planParts), (plan, changed, held) => {
        const solved = solvePlan(plan, changed, held, 'cpl');
        expect(solvePlan(solved, changed, held, 'cpl')).toEqual(solved);
      }),
    );
  });

  it('counts kopecks and loses none', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), (minor) => {
        expect(minorOf(decimalOfMinor(minor))).toBe(minor);
      }),
    );
    expect(['7500', '7500.5', '0.05', '12.340'].map(minorOf)).toEqual([750_000n, 750_050n, 5n, 1_234n]);
    expect(['', '12.', '1.234', '-1', null].map(minorOf)).toEqual([null, null, null, null, null]);
  });
});

describe('the plan of a brief', () => {
  it('is its limit, the threshold that its goal is paid by, and how many are wanted', () => {
    expect(planOf({ ...targetingBrief, plannedResults: 50 })).toEqual({
      metric: 'cpl',
      total: 4_000_000n,
      price: 70_000n,
      results: 50,
    });
    expect(planOf({ ...targetingBrief, launchGoal: 'reach' }).price).toBeNull();
  });

  it('goes back into these fields, and touches no other', () => {
    const next = withPlan(targetingBrief, { total: 5_000_050n, price: 65_000n, results: 76 });
    expect(next).toEqual({
      ...targetingBrief,
      totalLimit: '50000.50',
      thresholds: [{ metric: 'cpl', value: '650' }],
      plannedResults: 76,
    });
    expect(withPlan(targetingBrief, planOf(targetingBrief))).toEqual(targetingBrief);
  });

  it('says how many the budget buys', () => {
    expect(affordable({ total: 4_000_000n, price: 70_000n }, 'cpl')).toBe(57n);
    expect(affordable({ total: 4_000_000n, price: null }, 'cpl')).toBeNull();
  });
});
