const shortestSlip = 4;
const twoSlipsFrom = 8;

/** How many slips of the hand a word of this length may have: in a short one any other word would be near. */
export const slipsAllowed = (word: string): number => {
  const { length } = [...word];
  if (length < shortestSlip || /^\p{N}+$/u.test(word)) return 0;
  return length < twoSlipsFrom ? 1 : 2;
};

/**
 * How many letters were left out, put in, taken for others or swapped with their neighbour, each letter touched once; `most + 1`
 * where it is more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row]: [number[], number[]] = [[], b.map((_, index) => index)];
  row.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

const keys: readonly (readonly [string, string])[] = [
  ["qwertyuiop[]asdfghjkl;'zxcvbnm,.`", 'йцукенгшщзхъфывапролджэячсмитьбюе'],
];
const otherKey: ReadonlyMap<string, string> = new Map(
  keys.flatMap(([latin, cyrillic]) =>
    [...latin].flatMap((key, index): [string, string][] => {
      const letter = cyrillic[index] ?? '';
      return [[key, letter], ...(/[a-z]/.test(key) ? [[letter, key] as [string, string]] : [])];
    }),
  ),
);

/** The same keys in the other layout, «gjcn» for «пост»: forgotten to switch. Signs that are letters there become letters. */
export const inOtherLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (sign) => otherKey.get(sign) ?? sign).join('');
