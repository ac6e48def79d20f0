import { Args, Context, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { can } from '@planerka/agency/domain';
import { memberOf, Viewer, type CurrentMember } from '@planerka/agency/server';
import { CampaignObject, CampaignsQuery } from '@planerka/campaigns/server';
import { commonErrors, resultUnion, toResult, type GraphQLContext } from '@planerka/platform/server';
import { SaveFactsInput } from './facts.inputs';
import { FactsLoader } from './facts.loader';
import { KpiFactObject, PlanFactObject } from './facts.object';
import { FactsService } from './facts.service';
import { planFactOf, toPlanFact } from './plan-fact';

@ObjectType()
export class FactsSaved {
  @Field(() => CampaignObject)
  campaign!: CampaignObject;
}

const SaveFactsResult = resultUnion('SaveFactsResult', [FactsSaved, ...commonErrors]);

/** What a campaign has reached: fields that the lower domain's Campaign does not know. */
@Resolver(() => CampaignObject)
export class FactsResolver {
  constructor(
    private readonly loader: FactsLoader,
    private readonly service: FactsService,
    private readonly campaigns: CampaignsQuery,
  ) {}

  @ResolveField(() => [KpiFactObject], { description: 'All measurements, the earliest first.' })
  async facts(@Parent() campaign: CampaignObject, @Context() context: GraphQLContext) {
    return (await this.loader.of(context, campaign.id))?.facts ?? [];
  }

  @ResolveField(() => [PlanFactObject], { description: 'Targets beside what was measured by now, outcomes first.' })
  async planFact(@Parent() campaign: CampaignObject, @Context() context: GraphQLContext) {
    const facts = await this.loader.of(context, campaign.id);
    return facts ? planFactOf(campaign, facts).map(toPlanFact) : [];
  }

  @ResolveField(() => Boolean)
  viewerCanEnterFacts(@Parent() campaign: CampaignObject, @Context() context: GraphQLContext) {
    const viewer = memberOf(context);
    return viewer !== null && can(viewer, 'kpi.enter', { squadId: campaign.client.squad.id });
  }

  @Mutation(() => SaveFactsResult)
  async saveFacts(@Viewer() viewer: CurrentMember, @Args('input') input: SaveFactsInput) {
    const result = await this.service.save(viewer, input);
    const campaign = result.ok ? await this.campaigns.campaign(viewer, result.value) : null;
    return toResult('FactsSaved', result, () => ({ campaign }));
  }
}
