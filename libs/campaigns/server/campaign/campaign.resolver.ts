import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { CampaignListArgs, CreateCampaignInput, MoveCampaignInput, UpdateCampaignInput } from './campaign.inputs';
import { CampaignConnection, CampaignObject } from './campaign.object';
import { CampaignChanged, ChangeCampaignResult } from './campaign.results';
import { CampaignsQuery } from './campaigns.query';
import { CampaignsService, type CampaignCommand } from './campaigns.service';

@Resolver(() => CampaignObject)
export class CampaignResolver {
  constructor(
    private readonly query: CampaignsQuery,
    private readonly service: CampaignsService,
  ) {}

  @Query(() => CampaignConnection, { description: 'The latest first.' })
  campaigns(@Viewer() viewer: CurrentMember, @Args() args: CampaignListArgs, @Info() info: GraphQLResolveInfo) {
    return this.query.list(viewer, args, info);
  }

  @Query(() => CampaignObject, { nullable: true })
  campaign(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.campaign(viewer, id, info);
  }

  @Mutation(() => ChangeCampaignResult)
  createCampaign(@Viewer() viewer: CurrentMember, @Args('input') input: CreateCampaignInput) {
    return toCampaignResult(this.service.create(viewer, input));
  }

  @Mutation(() => ChangeCampaignResult)
  updateCampaign(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateCampaignInput) {
    return toCampaignResult(this.service.update(viewer, input));
  }

  @Mutation(() => ChangeCampaignResult)
  startCampaign(@Viewer() viewer: CurrentMember, @Args('input') input: MoveCampaignInput) {
    return toCampaignResult(this.service.move(viewer, 'start', input));
  }

  @Mutation(() => ChangeCampaignResult)
  closeCampaign(@Viewer() viewer: CurrentMember, @Args('input') input: MoveCampaignInput) {
    return toCampaignResult(this.service.move(viewer, 'close', input));
  }

  @Mutation(() => ChangeCampaignResult)
  reopenCampaign(@Viewer() viewer: CurrentMember, @Args('input') input: MoveCampaignInput) {
    return toCampaignResult(this.service.move(viewer, 'reopen', input));
  }
}

const toCampaignResult = async (command: CampaignCommand) =>
  toResult('CampaignChanged', await command, (campaignId) => ({ campaignId }));

@Resolver(() => CampaignChanged)
export class CampaignChangedResolver {
  constructor(private readonly query: CampaignsQuery) {}

  @ResolveField(() => CampaignObject)
  campaign(
    @Viewer() viewer: CurrentMember,
    @Parent() { campaignId }: CampaignChanged,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.campaign(viewer, campaignId, info);
  }
}
