import { CampaignBudget } from '@planerka/budgets/web/summary';
import { CampaignPage } from '@planerka/campaigns/web';
import { CampaignResults, useMetricOptions } from '@planerka/results/web';

/** The campaign with what the domains above it have to say: results, budget. */
export function CampaignRoute() {
  const metrics = useMetricOptions();
  return (
    <CampaignPage
      metrics={metrics}
      results={(campaignId) => <CampaignResults campaignId={campaignId} />}
      budget={(campaignId) => <CampaignBudget campaignId={campaignId} />}
    />
  );
}
