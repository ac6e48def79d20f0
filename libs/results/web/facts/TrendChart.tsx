import { Select } from '@mantine/core';
import { Temporal } from '@planerka/platform/domain';
import {
  Card,
  CardBody,
  type FragmentOf,
  graphql,
  readFragment,
  type ResultOf,
  useFormat,
} from '@planerka/platform/web';
import { ChartCard, TrendLine } from '@planerka/platform/web/charts';
import { daily, formatMeasure, metricOf, parseMeasure, type Fact } from '@planerka/results/domain';
import { useState } from 'react';
import { useT } from '../locales';
import { useFigure, useMetricName } from '../metrics';
import classes from './TrendChart.module.css';

export const TrendChart_campaign = graphql(`
  fragment TrendChart_campaign on Campaign {
    id
    startsOn
    endsOn
    client {
      id
      currency
    }
    facts {
      id
      metric
      day
      value
    }
    planFact {
      metric
      unit
      target
      fact
      expected
      state
    }
  }
`);

/** One metric over the campaign: flows as a running total against the target, the rest day by day. */
export function TrendChart({ campaign: ref }: { campaign: FragmentOf<typeof TrendChart_campaign> }) {
  const campaign = readFragment(TrendChart_campaign, ref);
  const t = useT();
  const format = useFormat();
  const nameOf = useMetricName();
  const figure = useFigure(campaign.client.currency);
  const choices = [
    ...new Set([...campaign.planFact.map(({ metric }) => metric), ...campaign.facts.map(({ metric }) => metric)]),
  ];
  const [chosen, choose] = useState<string | null>(null);
  const metric = chosen ?? choices[0] ?? 'leads';
  const { unit, kind } = metricOf(metric);
  const row = campaign.planFact.find((one) => one.metric === metric);
  const isFlow = kind === 'flow';

  const points = pointsOf(campaign, metric);

  if (points.length === 0 && campaign.facts.length === 0) {
    return (
      <Card label={t('chart.metric')}>
        <CardBody className={classes.empty}>{t('chart.empty')}</CardBody>
      </Card>
    );
  }
  const words = {
    metric: nameOf(metric),
    fact: figure(row ? row.fact : (points.at(-1)?.total ?? null), unit, metric),
    target: figure(row?.target ?? null, unit, metric),
    expected: figure(row?.expected ?? null, unit, metric),
  };
  const titles = {
    NO_DATA: 'chart.none',
    REACHED: 'chart.reached',
    ON_TRACK: 'chart.onTrack',
    BEHIND: 'chart.behind',
    MISSED: 'chart.missed',
  } as const;
  const unitName = unit === 'money' ? campaign.client.currency : t(`chart.${unit}`);
  return (
    <div className={classes.root}>
      <Select
        className={classes.choice ?? ''}
        aria-label={t('chart.metric')}
        size="xs"
        allowDeselect={false}
        data={choices.map((value) => ({ value, label: nameOf(value) }))}
        value={metric}
        onChange={choose}
      />
      <ChartCard
        title={t(row ? titles[row.state] : points.length > 0 ? 'chart.noTarget' : 'chart.none', words)}
        units={t(isFlow ? 'chart.unitsFlow' : 'chart.unitsDay', { unit: unitName })}
        table={{
          columns: [t('chart.day'), t('chart.value'), ...(isFlow ? [t('chart.total')] : [])],
          rows: points.map(({ day, value, total }) => [
            format.day(day),
            figure(value, unit, metric),
            ...(isFlow ? [figure(total, unit, metric)] : []),
          ]),
        }}
      >
        <TrendLine
          points={points.map(({ day, total }) => ({ label: format.day(day), fact: Number(total) }))}
          {...(row ? { limit: Number(row.target), limitLabel: `${t('chart.goal')} ${words.target}` } : {})}
        />
      </ChartCard>
    </div>
  );
}

type Trend = Pick<ResultOf<typeof TrendChart_campaign>, 'facts' | 'startsOn' | 'endsOn'>;

/** Days with a value; `total` grows for what is added up, and is the day's value for the rest. */
function pointsOf({ facts, startsOn, endsOn }: Trend, metric: string) {
  const measured = facts.flatMap((fact): Fact[] => {
    const value = parseMeasure(fact.value);
    return value.ok ? [{ metric: fact.metric, day: Temporal.PlainDate.from(fact.day), value: value.value }] : [];
  });
  const period = { from: Temporal.PlainDate.from(startsOn), to: Temporal.PlainDate.from(endsOn) };
  const isFlow = metricOf(metric).kind === 'flow';
  let sum = 0n;
  return daily(metric, measured, period).map(({ day, value }) => {
    sum += value;
    return { day: day.toString(), value: formatMeasure(value), total: formatMeasure(isFlow ? sum : value) };
  });
}
