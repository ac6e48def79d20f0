export { CampaignPage, type CampaignPageSlots } from './campaign/CampaignPage';
export { ClientCampaigns } from './campaign/ClientCampaigns';
export { CampaignsPage } from './list/CampaignsPage';
export type { MetricOption } from './metric-option';
