import { isDerivedMetric, metricOf } from '@planerka/results/domain';
import type { CampaignContent, DayOffset, KpiContent, Slug } from '../content/types';
import type { Loading } from './loading';

/** One measurement of a campaign; the value as the decimal that is kept. */
export interface DemoFact {
  readonly campaign: Slug;
  readonly metric: string;
  readonly day: DayOffset;
  readonly value: string;
}

/** Sums by day, in the order in which they came. */
class Measured {
  private readonly sums = new Map<string, Omit<DemoFact, 'value'> & { readonly value: number }>();

  constructor(private readonly campaign: Slug) {}

  add(metric: string, day: DayOffset, value: number): void {
    const key = `${metric} ${day}`;
    this.sums.set(key, { campaign: this.campaign, metric, day, value: (this.sums.get(key)?.value ?? 0) + value });
  }

  get facts(): DemoFact[] {
    return [...this.sums.values()].map((fact) => ({ ...fact, value: fact.value.toFixed(2) }));
  }
}

/**
 * What the advertising cabinets reported day by day, and what people wrote down. A computed metric is never entered:
 * where the story tells a price, the count behind it is what the spent money bought at that price.
 */
export const factsOf = ({ demo }: Pick<Loading, 'demo'>): readonly DemoFact[] =>
  demo.campaigns.flatMap((campaign) => {
    const measured = new Measured(campaign.slug);
    const ads = demo.adSpend
      .filter((row) => row.campaign === campaign.slug)
      .toSorted((one, other) => one.day - other.day);
    for (const { day, impressions, clicks, costKopecks } of ads) {
      measured.add('impressions', day, impressions);
      measured.add('clicks', day, clicks);
      measured.add('cost', day, costKopecks / 100);
    }
    const bought = new Map([
      ['leads', priceOf(campaign, 'cpl')],
      ['sales', priceOf(campaign, 'cpa')],
    ]);
    for (const [metric, price] of bought) if (price) addBought(measured, metric, ads, price);
    const isEntered = ({ metric }: KpiContent): boolean => !isDerivedMetric(metric) && !bought.get(metric);
    const written = campaign.kpis.filter(isEntered);
    for (const kpi of written) addWritten(measured, kpi);
    if (!bought.get('leads') && written.every(({ metric }) => metric !== 'leads')) {
      for (const { day, leads } of ads) measured.add('leads', day, leads);
    }
    return measured.facts;
  });

/** The story tells running totals; what is added up over days is entered as each day's own part. */
function addWritten(measured: Measured, { metric, facts }: KpiContent): void {
  const isRunning = metricOf(metric).kind === 'flow';
  let reached = 0;
  for (const { day, value } of facts) {
    measured.add(metric, day, isRunning ? Math.max(0, value - reached) : value);
    reached = Math.max(reached, value);
  }
}

function addBought(
  measured: Measured,
  metric: string,
  ads: readonly { readonly day: DayOffset; readonly costKopecks: number }[],
  price: KpiContent,
): void {
  let cost = 0;
  let counted = 0;
  for (const [day, rows] of Map.groupBy(ads, ({ day }) => day)) {
    cost += rows.reduce((sum, { costKopecks }) => sum + costKopecks / 100, 0);
    const bought = Math.round(cost / priceOn(price, day));
    measured.add(metric, day, Math.max(0, bought - counted));
    counted = Math.max(counted, bought);
  }
}

const priceOf = ({ kpis }: CampaignContent, metric: string): KpiContent | undefined =>
  kpis.find((kpi) => kpi.metric === metric && kpi.facts.length > 0);

/** Between two measurements in a straight line; before the first and after the last as these say. */
function priceOn({ facts, baseline }: KpiContent, day: DayOffset): number {
  const after = facts.find((fact) => fact.day >= day);
  const before = facts.findLast((fact) => fact.day <= day);
  if (!after) return before?.value ?? baseline;
  if (!before || before.day === after.day) return after.value;
  return before.value + ((after.value - before.value) * (day - before.day)) / (after.day - before.day);
}
