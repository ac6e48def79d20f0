import { isBaseMetric, isDerivedMetric, metricKeys, metricOf, type MetricUnit } from '@planerka/results/domain';
import { useFormat } from '@planerka/platform/web';
import { useMemo } from 'react';
import { useT } from './locales';

export interface MetricOption {
  readonly value: string;
  readonly label: string;
}

/** Names of metrics; an agency's own one is called by its key. */
export function useMetricName(): (key: string) => string {
  const t = useT();
  return useMemo(() => (key: string) => (isBaseMetric(key) || isDerivedMetric(key) ? t(`metric.${key}`) : key), [t]);
}

/** What a target may be set for: outcomes first. */
export function useMetricOptions(): readonly MetricOption[] {
  const nameOf = useMetricName();
  return useMemo(
    () =>
      metricKeys
        .toSorted((one, other) => Number(metricOf(other).isOutcome) - Number(metricOf(one).isOutcome))
        .map((key) => ({ value: key, label: nameOf(key) })),
    [nameOf],
  );
}

export type FormatFigure = (value: string | null, unit: Uppercase<MetricUnit> | MetricUnit) => string;

/** «18 000 ₽», «1,5 %», «×3,2», «120»; a dash where there is nothing. */
export function useFigure(currency: string): FormatFigure {
  const format = useFormat();
  return useMemo(
    () => (value, unit) => {
      if (value === null) return '—';
      switch (unit.toLowerCase()) {
        case 'money':
          return format.money({ amount: Number(value).toFixed(Math.abs(Number(value)) < 1_000 ? 2 : 0), currency });
        case 'percent':
          return format.percent(Number(value), 1);
        case 'times':
          return `×${format.number(Number(value), { maximumFractionDigits: 2 })}`;
        default:
          return format.number(Number(value), { maximumFractionDigits: 1 });
      }
    },
    [currency, format],
  );
}
