import { ClientCampaigns } from '@planerka/campaigns/web';
import { ClientPage } from '@planerka/clients/web';

/** The client with its campaigns. */
export function ClientRoute() {
  return <ClientPage campaigns={(clientId) => <ClientCampaigns clientId={clientId} />} />;
}
