import { changePercent } from '../measure';
import type { Id } from '@planerka/platform/domain';
import { compareFigures, type ChannelFigures } from './item-comparison';
import { added } from './item-counts';
import { ratesOf, seenOf, type ItemRate } from './item-rates';

/** A publication by its channels, as they were last measured. */
export interface MeasuredItem {
  readonly id: Id;
  readonly channels: readonly ChannelFigures[];
}

export interface RankedItem {
  readonly id: Id;
  /** In all its channels. */
  readonly seen: number | null;
  readonly er: ItemRate | null;
  /** Against what is usual in its channels, percent; null where too little is known of those. */
  readonly change: number | null;
}

/**
 * The best first: by how it stands beside what is usual in its own channels, so that a small channel's success is one, too. What cannot
 * be held against anything stands behind, by how many saw it.
 */
export function rankItems(items: readonly MeasuredItem[], all: readonly MeasuredItem[]): readonly RankedItem[] {
  return items
    .map((item) => rankOf(item, all))
    .toSorted(
      (one, other) =>
        Number(one.change === null) - Number(other.change === null) ||
        (other.change ?? 0) - (one.change ?? 0) ||
        (other.seen ?? 0) - (one.seen ?? 0) ||
        (one.id < other.id ? -1 : 1),
    );
}

function rankOf({ id, channels }: MeasuredItem, all: readonly MeasuredItem[]): RankedItem {
  const others = all.filter((other) => other.id !== id).flatMap((other) => other.channels);
  const compared = channels.flatMap((own) => compareFigures(own, others).filter(({ key }) => key === 'seen'));
  const sum = (of: 'value' | 'median') => compared.reduce((total, row) => total + row[of], 0n);
  return {
    id,
    seen: added(channels.map(({ counts }) => seenOf(counts)?.value ?? null)),
    er: ratesOf(channels.map(({ counts }) => counts)).er,
    change: compared.length === 0 ? null : changePercent(sum('median'), sum('value')),
  };
}
