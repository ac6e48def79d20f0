import { measureOf, ratio, type Measure } from '../measure';
import { engagementOf, type ItemCount, type ItemCounts, type MeasuredCounts } from './item-counts';

/** By which count a rate is taken; `mixed` where channels that count different things are added up. */
export const rateBases = ['reach', 'views', 'impressions', 'mixed'] as const;
export type RateBase = (typeof rateBases)[number];

export interface ItemRate {
  /** Percent. */
  readonly value: Measure;
  readonly base: RateBase;
}

export interface ItemRates {
  /** Likes, comments, shares and saves of a hundred readers. */
  readonly er: ItemRate | null;
  /** Clicks of a hundred impressions. */
  readonly ctr: ItemRate | null;
  /** Minor units for a thousand impressions. */
  readonly cpmMinor: bigint | null;
  /** Minor units for a click. */
  readonly cpcMinor: bigint | null;
}

type Base = Exclude<RateBase, 'mixed'>;
/** Whom it reached; where a network does not tell people apart, how often it was seen. */
const readers: readonly Base[] = ['reach', 'views', 'impressions'];
const impressions: readonly Base[] = ['impressions', 'views', 'reach'];

/** How many saw it, by the best that the network says. */
export function seenOf(counts: ItemCounts): { readonly value: number; readonly base: Base } | null {
  return baseOf(counts, readers);
}

/** Of channels together: sums by sums, each channel with its own base; a channel that lacks one side is left out of both. */
export function ratesOf(channels: readonly MeasuredCounts[]): ItemRates {
  return {
    er: rateOf(channels, engagementOf, readers),
    ctr: rateOf(channels, ({ clicks }) => clicks, impressions),
    cpmMinor: costOf(channels, (row) => baseOf(row, impressions)?.value ?? null, 1000n),
    cpcMinor: costOf(channels, ({ clicks }) => clicks, 1n),
  };
}

function rateOf(
  channels: readonly MeasuredCounts[],
  partOf: (counts: ItemCounts) => number | null,
  bases: readonly Base[],
): ItemRate | null {
  const rows = channels.flatMap((counts) => {
    const [part, whole] = [partOf(counts), baseOf(counts, bases)];
    return part === null || whole === null ? [] : [{ part, whole: whole.value, base: whole.base }];
  });
  const [first] = rows;
  if (!first) return null;
  const sum = (of: (row: (typeof rows)[number]) => number) => measureOf(rows.reduce((all, row) => all + of(row), 0));
  const value = ratio(
    sum(({ part }) => part),
    sum(({ whole }) => whole),
    100n,
  );
  return value === null ? null : { value, base: rows.every(({ base }) => base === first.base) ? first.base : 'mixed' };
}

function costOf(
  channels: readonly MeasuredCounts[],
  countOf: (counts: ItemCounts) => number | null,
  times: bigint,
): bigint | null {
  const rows = channels.flatMap((row) => {
    const count = countOf(row);
    return row.spendMinor === null || count === null ? [] : [{ spend: row.spendMinor, count: BigInt(count) }];
  });
  const spend = rows.reduce((sum, row) => sum + row.spend, 0n);
  const count = rows.reduce((sum, row) => sum + row.count, 0n);
  return count === 0n ? null : (spend * times * 2n + count) / (count * 2n);
}

function baseOf(counts: ItemCounts, bases: readonly Base[]): { readonly value: number; readonly base: Base } | null {
  for (const base of bases) {
    const value = counts[base satisfies ItemCount];
    if (value !== null) return { value, base };
  }
  return null;
}
