export const orders = ['change', 'seen', 'er'] as const;
export type Order = (typeof orders)[number];

interface Ordered {
  readonly seen: number | null;
  readonly change: number | null;
  readonly er: { readonly value: string } | null;
}

/** So many are looked at from either end. */
const ofEach = 3;

/** From the best to the least; what cannot be told is neither, and stands between them. */
export function bestAndWorst<Row extends Ordered>(
  rows: readonly Row[],
  order: Order,
): { readonly best: readonly Row[]; readonly between: readonly Row[]; readonly worst: readonly Row[] } {
  const of = (row: Row): number | null => (order === 'er' ? row.er && Number(row.er.value) : row[order]);
  const told = rows.filter((row) => of(row) !== null).toSorted((one, other) => (of(other) ?? 0) - (of(one) ?? 0));
  const untold = rows.filter((row) => of(row) === null);
  if (rows.length <= ofEach * 2 + 1) return { best: [...told, ...untold], between: [], worst: [] };
  const best = told.slice(0, ofEach);
  const worst = told.slice(ofEach).slice(-ofEach);
  return { best, between: [...told.slice(ofEach, told.length - worst.length), ...untold], worst };
}
