import { baseMetrics, derivedMetrics } from '@planerka/results/domain';
import type { CampaignContent, KpiContent } from '../content/types';
import { idOf } from './ids';
import { inBatches, type Loading } from './loading';

/** What a campaign is for follows from what it is measured by. */
function goalOf({ kpis }: CampaignContent) {
  const measured = new Set(kpis.filter(({ isOutcome }) => isOutcome).map(({ metric }) => metric));
  if (measured.has('sales') || measured.has('subscriptions')) return 'sales';
  if (measured.has('leads')) return 'leads';
  if (measured.has('followers')) return 'community_growth';
  return kpis.some(({ metric }) => metric === 'reach' || metric === 'views') ? 'reach' : 'engagement';
}

const isBase = (metric: string): boolean => Object.hasOwn(baseMetrics, metric);
const isDerived = (metric: string): boolean => Object.hasOwn(derivedMetrics, metric);

export async function loadCampaigns(loading: Loading): Promise<void> {
  const { db, agencyId, demo, calendar } = loading;
  await db.campaign.createMany({
    data: demo.campaigns.map((campaign) => ({
      agencyId,
      id: idOf('campaign', campaign.slug),
      clientId: idOf('client', campaign.client),
      name: campaign.name,
      goal: goalOf(campaign),
      description: campaign.goal,
      startsOn: calendar.date(campaign.fromDay),
      endsOn: calendar.date(campaign.toDay),
      state: campaign.status,
      wantsClientApproval: campaign.wantsClientApproval,
    })),
  });
  await db.kpiTarget.createMany({
    data: demo.campaigns.flatMap(({ slug, kpis }) =>
      kpis.map(({ metric, target, baseline }, position) => ({
        agencyId,
        id: idOf('kpi', slug, metric),
        campaignId: idOf('campaign', slug),
        metric,
        target,
        baseline,
        position,
      })),
    ),
  });
  const own = new Map<string, KpiContent>();
  for (const kpi of demo.campaigns.flatMap(({ kpis }) => kpis)) {
    if (!isBase(kpi.metric) && !isDerived(kpi.metric)) own.set(kpi.metric, kpi);
  }
  await db.ownMetric.createMany({
    data: [...own].map(([key, { name, unit }]) => ({
      agencyId,
      id: idOf('metric', key),
      key,
      nameRu: name,
      nameEn: name,
      unit: unit === 'rub' ? '₽' : unit === 'percent' ? '%' : '',
    })),
  });
  await inBatches(factsOf(loading), (data) => db.kpiFact.createMany({ data }));
}

/** Written facts, and what the advertising cabinets reported day by day; a derived metric is never entered. */
function factsOf({ agencyId, demo, calendar }: Loading) {
  const facts = new Map<string, { campaign: string; metric: string; day: number; value: number }>();
  const keep = (campaign: string, metric: string, day: number, value: number): void => {
    const key = `${campaign}:${metric}:${day}`;
    facts.set(key, { campaign, metric, day, value: (facts.get(key)?.value ?? 0) + value });
  };
  for (const row of demo.adSpend) {
    keep(row.campaign, 'impressions', row.day, row.impressions);
    keep(row.campaign, 'clicks', row.day, row.clicks);
    keep(row.campaign, 'cost', row.day, row.costKopecks / 100);
  }
  for (const { slug, kpis } of demo.campaigns) {
    const written = kpis.filter(({ metric }) => !isDerived(metric));
    for (const { metric, facts: values } of written)
      for (const { day, value } of values) keep(slug, metric, day, value);
    if (written.some(({ metric }) => metric === 'leads')) continue;
    for (const row of demo.adSpend) if (row.campaign === slug) keep(slug, 'leads', row.day, row.leads);
  }
  const entered = idOf(
    'member',
    demo.agency.members.find(({ disciplines }) => disciplines.includes('targeting'))!.slug,
  );
  return [...facts.values()].map(({ campaign, metric, day, value }) => ({
    agencyId,
    id: idOf('fact', campaign, metric, day),
    campaignId: idOf('campaign', campaign),
    metric,
    day: calendar.date(day),
    value: value.toFixed(2),
    enteredById: entered,
  }));
}
