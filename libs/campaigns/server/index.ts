export * from './campaigns.module';
export { CampaignsQuery } from './campaign/campaigns.query';
export * from './campaign/campaign.object';
export { campaignRead, campaignTargets } from './campaign/campaign-read';
