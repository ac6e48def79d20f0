import type { Discipline } from '@planerka/agency/domain';
import { optionalLine, optionalText, requiredLine } from '@planerka/platform/domain';
import { z } from 'zod';
import { formatMeasure, type Measure } from './measure';
import { metricOf, type MetricUnit } from './metric';
import { outcomesFirst, type PlanFact } from './plan-fact';

/** What an author writes; the figures come from the campaign. */
export const caseSchema = z.strictObject({
  title: requiredLine('title'),
  before: optionalText('long').default(''),
  actions: optionalText('long').default(''),
  after: optionalText('long').default(''),
  quote: optionalText('note').default(''),
  quoteAuthor: optionalLine('name').default(''),
  isAnonymised: z.boolean().default(false),
});
export type CaseInput = z.output<typeof caseSchema>;

/** A figure as it stood when the case was frozen: decimals as text, since it is kept as JSON. */
export interface CaseFigure {
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly before: string | null;
  readonly after: string;
  /** Percent against `before`, to one decimal. */
  readonly change: number | null;
  readonly isBetter: boolean | null;
}

/** Freezes the figures: only what was measured, outcomes first. */
export function caseFigures(rows: readonly PlanFact[]): readonly CaseFigure[] {
  return outcomesFirst(rows).flatMap(({ metric, baseline, fact, change }): CaseFigure[] => {
    if (fact === null) return [];
    return [
      {
        metric,
        unit: metricOf(metric).unit,
        before: baseline === null ? null : formatMeasure(baseline),
        after: formatMeasure(fact),
        change,
        isBetter: baseline === null || baseline === fact ? null : isBetter(metric, baseline, fact),
      },
    ];
  });
}

const isBetter = (metric: string, before: Measure, after: Measure): boolean =>
  metricOf(metric).direction === 'up' ? after > before : after < before;

export interface DoneWork {
  readonly published: readonly { readonly format: string }[];
  readonly tasks: readonly { readonly discipline: Discipline }[];
}

export interface CaseActions {
  /** Publications by format, most first. */
  readonly publications: readonly { readonly format: string; readonly count: number }[];
  readonly tasks: Readonly<Record<Discipline, number>>;
}

/** «Что сделали», gathered from the work itself. */
export function caseActions({ published, tasks }: DoneWork): CaseActions {
  const byFormat = Map.groupBy(published, ({ format }) => format);
  const count = (discipline: Discipline): number => tasks.filter((task) => task.discipline === discipline).length;
  return {
    publications: [...byFormat]
      .map(([format, items]) => ({ format, count: items.length }))
      .toSorted((one, other) => other.count - one.count || one.format.localeCompare(other.format)),
    tasks: { copy: count('copy'), design: count('design'), targeting: count('targeting') },
  };
}

/**
 * A text without the names that tell who it is about, whatever their case; longer names first, so that none is left
 * in half.
 */
export function anonymise(text: string, names: readonly string[], replacement: string): string {
  const escaped = names
    .filter((name) => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (escaped.length === 0) return text;
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    () => replacement,
  );
}
