import { z } from 'zod';
import { amount, choice, line } from './brief-parts';

/** What an advertisement is judged by; prices have a ceiling, `ctr` and `roas` a floor. */
export const stopMetrics = ['cpm', 'cpc', 'ctr', 'cpl', 'cpa', 'roas'] as const;
export type StopMetric = (typeof stopMetrics)[number];

const floors: ReadonlySet<string> = new Set(['ctr', 'roas']);

/** Stopped when it falls below, rather than when it rises above. */
export const isFloor = (metric: string): boolean => floors.has(metric);

/** A decimal: money for prices, percent for `ctr`, times for `roas`. */
export const metricValue = () => z.string().regex(/^\d{1,12}(\.\d{1,4})?$/);

const written = z.strictObject({
  /** Null: in one's own words. */
  metric: choice(stopMetrics),
  value: metricValue().nullable().default(null),
  /** So much has to be spent before the rule may speak; null: at once. */
  afterSpend: amount(),
  /** The rule in words, or what else is done: «меняем креатив». */
  note: line(),
});

export type StopRule = z.output<typeof written>;

/** «Stop when CPL is above X after Y was spent.» Rules were lines of text once, and those are read still. */
export const stopRuleSchema = z.preprocess(
  (rule) => (typeof rule === 'string' ? { metric: null, note: rule } : rule),
  written,
);

export const isBlankRule = ({ metric, note }: StopRule): boolean => metric === null && note === '';
