import { changePercent, measureOf, type Measure } from '../measure';
import type { MeasuredCounts } from './item-counts';
import { ratesOf, seenOf } from './item-rates';

/** What of a publication is held against the client's others: how many saw it, what they did, how many clicked. */
export const comparedKeys = ['seen', 'er', 'clicks'] as const;
export type ComparedKey = (typeof comparedKeys)[number];

/** A publication in one channel, as it stood when it was last measured. */
export interface ChannelFigures {
  readonly channelId: string;
  readonly rubricId: string | null;
  readonly counts: MeasuredCounts;
}

export interface ItemComparison {
  readonly channelId: string;
  readonly key: ComparedKey;
  readonly value: Measure;
  /** What is usual: half of the others have more, half have less. */
  readonly median: Measure;
  /** Against the median, percent to one decimal; null where that is nothing. */
  readonly change: number | null;
  /** Of how many others. */
  readonly of: number;
  /** Those are of its own rubric; else of the channel whatever their rubric. */
  readonly isOfRubric: boolean;
}

/** Fewer than these say nothing of what is usual. */
export const fewestForMedian = 5;

/** How far back and ahead the others may have gone out. */
export const comparedMonths = 6;

/** The middle one, or what lies between the two middle ones; null of too few. */
export function medianOf(values: readonly Measure[], fewest = fewestForMedian): Measure | null {
  if (values.length < Math.max(1, fewest)) return null;
  const sorted = values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const at = (index: number): Measure => sorted[index] ?? 0n;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2n;
}

/** Against the client's others in the same channel: of the same rubric where there are enough of those, else all. */
export function compareFigures(
  { channelId, rubricId, counts }: ChannelFigures,
  others: readonly ChannelFigures[],
): readonly ItemComparison[] {
  const beside = others.filter((other) => other.channelId === channelId);
  return comparedKeys.flatMap((key): ItemComparison[] => {
    const own = figureOf(key, counts);
    if (own === null) return [];
    const alike = (among: readonly ChannelFigures[]) =>
      among.flatMap((other) => {
        const figure = figureOf(key, other.counts);
        return figure?.base === own.base ? [figure.value] : [];
      });
    const ofRubric = rubricId === null ? [] : alike(beside.filter((other) => other.rubricId === rubricId));
    const isOfRubric = ofRubric.length >= fewestForMedian;
    const values = isOfRubric ? ofRubric : alike(beside);
    const median = medianOf(values);
    if (median === null) return [];
    return [
      {
        channelId,
        key,
        value: own.value,
        median,
        change: changePercent(median, own.value),
        of: values.length,
        isOfRubric,
      },
    ];
  });
}

/** Views and reach are not held against each other. */
function figureOf(key: ComparedKey, counts: MeasuredCounts): { readonly value: Measure; readonly base: string } | null {
  if (key === 'er') return ratesOf([counts]).er;
  if (key === 'clicks') return counts.clicks === null ? null : { value: measureOf(counts.clicks), base: 'clicks' };
  const seen = seenOf(counts);
  return seen && { value: measureOf(seen.value), base: seen.base };
}
