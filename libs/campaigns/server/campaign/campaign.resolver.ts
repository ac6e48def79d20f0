import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { CampaignListArgs } from './campaign.inputs';
import { CampaignConnection, CampaignObject } from './campaign.object';
import { CampaignsQuery } from './campaigns.query';

@Resolver(() => CampaignObject)
export class CampaignResolver {
  constructor(private readonly campaigns: CampaignsQuery) {}

  @Query(() => CampaignConnection, { name: 'campaigns', description: 'The latest first.' })
  list(@Viewer() viewer: CurrentMember, @Args() args: CampaignListArgs) {
    return this.campaigns.list(viewer, args);
  }

  @Query(() => CampaignObject, { nullable: true })
  campaign(@Viewer() viewer: CurrentMember, @Args('id', { type: () => ID }) id: string) {
    return this.campaigns.campaign(viewer, id);
  }
}
