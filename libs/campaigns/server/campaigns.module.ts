import { Module } from '@nestjs/common';
import { CampaignResolver } from './campaign/campaign.resolver';
import { CampaignsQuery } from './campaign/campaigns.query';

@Module({
  providers: [CampaignsQuery, CampaignResolver],
  exports: [CampaignsQuery],
})
export class CampaignsModule {}
