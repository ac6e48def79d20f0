import { CampaignsPage } from '@planerka/campaigns/web';
import { useMetricOptions } from '@planerka/results/web';

/** Campaigns set targets for metrics that the results' domain knows. */
export function CampaignsRoute() {
  return <CampaignsPage metrics={useMetricOptions()} />;
}
