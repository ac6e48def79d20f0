import { baseMetrics, derivedMetrics } from '@planerka/results/domain';
import type { CampaignContent, KpiContent } from '../content/types';
import { factsOf } from './facts';
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
      adNaming: campaign.adNaming ?? '',
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
  const enteredById = idOf(
    'member',
    demo.agency.members.find(({ disciplines }) => disciplines.includes('targeting'))!.slug,
  );
  const facts = factsOf(loading).map(({ campaign, metric, day, value }) => ({
    agencyId,
    id: idOf('fact', campaign, metric, day),
    campaignId: idOf('campaign', campaign),
    metric,
    day: calendar.date(day),
    value,
    enteredById,
  }));
  await inBatches(facts, (data) => db.kpiFact.createMany({ data }));
}
