import { describe, expect, it } from '@jest/globals';
import { bestAndWorst } from './publication-order';

const row = (seen: number | null, change: number | null, er: string | null = null) => ({
  seen,
  change,
  er: er === null ? null : { value: er },
});
const ten = Array.from({ length: 10 }, (_, index) =>
  row(index * 100, index === 4 ? null : index * 10 - 50, `${index % 3}.5`),
);

describe('The best and the least', () => {
  it.each(['change', 'seen', 'er'] as const)('are three of each by %s, and nobody is lost between', (order) => {
    const { best, between, worst } = bestAndWorst(ten, order);
    expect([best.length, worst.length]).toEqual([3, 3]);
    expect(new Set([...best, ...between, ...worst])).toEqual(new Set(ten));
  });

  it('are told of what can be told alone', () => {
    const { best, between, worst } = bestAndWorst(ten, 'change');
    expect(best.map(({ change }) => change)).toEqual([40, 30, 20]);
    expect(worst.map(({ change }) => change)).toEqual([-30, -40, -50]);
    expect(between.map(({ change }) => change)).toEqual([10, 0, -20, null]);
  });

  it('are one list where there are few', () => {
    const { best, between, worst } = bestAndWorst([row(1, null), row(2, 5), row(3, 9)], 'change');
    expect([best.map(({ seen }) => seen), between, worst]).toEqual([[3, 2, 1], [], []]);
  });
});
