import { Module } from '@nestjs/common';
import { CampaignChangedResolver, CampaignResolver } from './campaign/campaign.resolver';
import { CampaignsQuery } from './campaign/campaigns.query';
import { CampaignsService } from './campaign/campaigns.service';

@Module({
  providers: [CampaignsQuery, CampaignsService, CampaignResolver, CampaignChangedResolver],
  exports: [CampaignsQuery],
})
export class CampaignsModule {}
