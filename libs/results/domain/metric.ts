/** `count` of things, `percent`, `money` of the client's currency, `times` (×). */
export type MetricUnit = 'count' | 'percent' | 'money' | 'times';

/** Which way is better. A cost falls, a reach rises. */
export type Direction = 'up' | 'down';

/** `flow` is added up over days, `stock` is as of a day: the last one counts. */
export interface BaseMetric {
  readonly kind: 'flow' | 'stock';
  readonly unit: MetricUnit;
  readonly direction: Direction;
  /** Outcomes come first on every page, volume second. */
  readonly isOutcome: boolean;
}

/** (sum of `part`, less `less`) / `whole` × `times`. Always of sums, never an average of daily ratios. */
export interface DerivedMetric {
  readonly kind: 'ratio';
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly isOutcome: boolean;
  readonly part: BaseMetricKey;
  readonly less?: BaseMetricKey;
  readonly whole: BaseMetricKey;
  readonly times: 1 | 100 | 1000;
}

const base = (kind: 'flow' | 'stock', unit: MetricUnit, direction: Direction, isOutcome = false): BaseMetric => ({
  kind,
  unit,
  direction,
  isOutcome,
});

/** What is measured or imported. */
export const baseMetrics = {
  reach: base('flow', 'count', 'up'),
  impressions: base('flow', 'count', 'up'),
  views: base('flow', 'count', 'up'),
  engagement: base('flow', 'count', 'up'),
  clicks: base('flow', 'count', 'up'),
  leads: base('flow', 'count', 'up', true),
  sales: base('flow', 'count', 'up', true),
  revenue: base('flow', 'money', 'up', true),
  /** Of promotion: what CPM, CPC, CPL, CPA, ROAS and ROMI divide. */
  cost: base('flow', 'money', 'down'),
  followers: base('stock', 'count', 'up'),
  new_followers: base('flow', 'count', 'up'),
  unfollows: base('flow', 'count', 'down'),
} as const satisfies Record<string, BaseMetric>;

export type BaseMetricKey = keyof typeof baseMetrics;

type Shape = [part: BaseMetricKey, whole: BaseMetricKey, times: 1 | 100 | 1000, unit: MetricUnit, direction: Direction];

const derived = ([part, whole, times, unit, direction]: Shape, isOutcome = false): DerivedMetric => ({
  kind: 'ratio',
  unit,
  direction,
  isOutcome,
  part,
  whole,
  times,
});

/** What follows from the base metrics. ER is by followers, ERR by reach. */
export const derivedMetrics = {
  er: derived(['engagement', 'followers', 100, 'percent', 'up']),
  err: derived(['engagement', 'reach', 100, 'percent', 'up']),
  ctr: derived(['clicks', 'impressions', 100, 'percent', 'up']),
  cpm: derived(['cost', 'impressions', 1000, 'money', 'down']),
  cpc: derived(['cost', 'clicks', 1, 'money', 'down']),
  cpl: derived(['cost', 'leads', 1, 'money', 'down'], true),
  cpa: derived(['cost', 'sales', 1, 'money', 'down'], true),
  conversion: derived(['leads', 'clicks', 100, 'percent', 'up'], true),
  average_order: derived(['revenue', 'sales', 1, 'money', 'up'], true),
  roas: derived(['revenue', 'cost', 1, 'times', 'up'], true),
  romi: { ...derived(['revenue', 'cost', 100, 'percent', 'up'], true), less: 'cost' },
  churn: derived(['unfollows', 'followers', 100, 'percent', 'down']),
} as const satisfies Record<string, DerivedMetric>;

export type DerivedMetricKey = keyof typeof derivedMetrics;
export type MetricKey = BaseMetricKey | DerivedMetricKey;
export type Metric = BaseMetric | DerivedMetric;

export const baseMetricKeys = Object.keys(baseMetrics).filter(isBaseMetric);
export const metricKeys: readonly MetricKey[] = [
  ...baseMetricKeys,
  ...Object.keys(derivedMetrics).filter(isDerivedMetric),
];

/** An agency's own metric: counted, added up, more is better. Its names are the agency's. */
export const ownMetric: BaseMetric = base('flow', 'count', 'up');

export function isBaseMetric(key: string): key is BaseMetricKey {
  return Object.hasOwn(baseMetrics, key);
}

export function isDerivedMetric(key: string): key is DerivedMetricKey {
  return Object.hasOwn(derivedMetrics, key);
}

/** The catalogue's metric, or the agency's own where the catalogue has none of that key. */
export function metricOf(key: string): Metric {
  if (isBaseMetric(key)) return baseMetrics[key];
  return isDerivedMetric(key) ? derivedMetrics[key] : ownMetric;
}

/** Base metrics that have to be measured for that one to have a value. */
export function measuredFor(key: string): readonly string[] {
  if (!isDerivedMetric(key)) return [key];
  const metric: DerivedMetric = derivedMetrics[key];
  return [...new Set([metric.part, metric.whole, ...(metric.less ? [metric.less] : [])])];
}
