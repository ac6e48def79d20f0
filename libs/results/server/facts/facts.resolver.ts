import { Args, Info, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { CampaignObject, CampaignsQuery } from '@planerka/campaigns/server';
import { commonErrors, resultUnion, toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReachedCampaign } from './campaign-results';
import { SaveFactsInput } from './facts.inputs';
import { KpiFactObject, PlanFactObject } from './facts.object';
import { FactsService } from './facts.service';

@ObjectType()
export class FactsSaved {
  /** Not on the wire: `campaign` is read by it, as far as it is asked for. */
  campaignId!: string;
}

const SaveFactsResult = resultUnion('SaveFactsResult', [FactsSaved, ...commonErrors]);

/** What a campaign has reached: fields that the lower domain's Campaign does not know. */
@Resolver(() => CampaignObject)
export class FactsResolver {
  constructor(private readonly service: FactsService) {}

  @ResolveField(() => [KpiFactObject], { description: 'All measurements, the earliest first.' })
  facts(@Parent() campaign: ReachedCampaign) {
    return campaign.facts;
  }

  @ResolveField(() => [PlanFactObject], { description: 'Targets beside what was measured by now, outcomes first.' })
  planFact(@Parent() campaign: ReachedCampaign) {
    return campaign.planFact;
  }

  @ResolveField(() => Boolean)
  viewerCanEnterFacts(@Parent() campaign: ReachedCampaign) {
    return campaign.viewerCanEnterFacts;
  }

  @Mutation(() => SaveFactsResult)
  async saveFacts(@Viewer() viewer: CurrentMember, @Args('input') input: SaveFactsInput) {
    return toResult('FactsSaved', await this.service.save(viewer, input), (campaignId) => ({ campaignId }));
  }
}

@Resolver(() => FactsSaved)
export class FactsSavedResolver {
  constructor(private readonly campaigns: CampaignsQuery) {}

  @ResolveField(() => CampaignObject)
  campaign(@Viewer() viewer: CurrentMember, @Parent() { campaignId }: FactsSaved, @Info() info: GraphQLResolveInfo) {
    return this.campaigns.campaign(viewer, campaignId, info);
  }
}
