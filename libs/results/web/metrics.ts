import { isBaseMetric, isDerivedMetric, metricKeys, metricOf, type MetricUnit } from '@planerka/results/domain';
import { graphql, type ResultOf, useFormat, useLanguage } from '@planerka/platform/web';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';

export interface MetricOption {
  readonly value: string;
  readonly label: string;
}

const OwnMetricsQuery = graphql(`
  query OwnMetrics {
    ownMetrics {
      key
      nameRu
      nameEn
      unit
    }
  }
`);

type OwnMetric = ResultOf<typeof OwnMetricsQuery>['ownMetrics'][number];

const none: readonly OwnMetric[] = [];

/** The agency's own metrics, asked for once. */
function useOwnMetrics(): readonly OwnMetric[] {
  const [{ data }] = useQuery({ query: OwnMetricsQuery });
  return data?.ownMetrics ?? none;
}

/** As options in the language of the page. */
function useOwnOptions(): readonly MetricOption[] {
  const { language } = useLanguage();
  const own = useOwnMetrics();
  return useMemo(
    () =>
      own.map(({ key, nameRu, nameEn }) => ({
        value: key,
        label: language === 'ru' ? nameRu : nameEn,
      })),
    [own, language],
  );
}

/** Names of metrics: the catalogue's by their key, the agency's own as the agency named them. */
export function useMetricName(): (key: string) => string {
  const t = useT();
  const own = useOwnOptions();
  return useMemo(
    () => (key: string) =>
      isBaseMetric(key) || isDerivedMetric(key)
        ? t(`metric.${key}`)
        : (own.find(({ value }) => value === key)?.label ?? key),
    [own, t],
  );
}

/** What a target may be set for: outcomes first. */
export function useMetricOptions(): readonly MetricOption[] {
  const nameOf = useMetricName();
  const own = useOwnOptions();
  return useMemo(
    () => [
      ...metricKeys
        .toSorted((one, other) => Number(metricOf(other).isOutcome) - Number(metricOf(one).isOutcome))
        .map((key) => ({ value: key, label: nameOf(key) })),
      ...own,
    ],
    [nameOf, own],
  );
}

export type FormatFigure = (value: string | null, unit: Uppercase<MetricUnit> | MetricUnit, metric?: string) => string;

/** An own metric is counted, whatever it counts; only its unit says how to write it. */
const unitsOfOwn: Readonly<Record<string, MetricUnit>> = { '%': 'percent', '₽': 'money' };

/** «18 000 ₽», «1,5 %», «×3,2», «120»; a dash where there is nothing. */
export function useFigure(currency: string): FormatFigure {
  const format = useFormat();
  const own = useOwnMetrics();
  return useMemo(
    () => (value, unit, metric) => {
      if (value === null) return '—';
      const ownUnit = own.find(({ key }) => key === metric)?.unit ?? '';
      switch (unitsOfOwn[ownUnit] ?? unit.toLowerCase()) {
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
    [currency, format, own],
  );
}
