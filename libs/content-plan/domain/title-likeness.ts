import { normaliseName } from './plan-columns';

/** From 0, nothing in common, to 1, the same words: how many pairs of letters two titles share (Dice). */
export function titleLikeness(one: string, other: string): number {
  const first = pairsOf(one);
  const second = pairsOf(other);
  const all = sizeOf(first) + sizeOf(second);
  // Of one letter there are no pairs.
  if (all === 0) return normaliseName(one) === normaliseName(other) ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / all;
}

/** Within words: what stands at their borders says little. */
function pairsOf(title: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const word of normaliseName(title).split(' ')) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);
