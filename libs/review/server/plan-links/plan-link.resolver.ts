import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext, Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult, type GraphQLContext } from '@planerka/platform/server';
import { PlanApprovalObject } from './plan-approval.object';
import { PlanApprovalsQuery } from './plan-approvals.query';
import { AddPlanRemarkInput, PlanSharingArgs, RevokePlanLinkInput, SharePlanInput } from './plan-link.inputs';
import { PlanSharingObject } from './plan-link.object';
import {
  AddPlanRemarkResult,
  PlanShared,
  PlanSharingSuccess,
  RevokePlanLinkResult,
  SharePlanResult,
} from './plan-link.results';
import { PlanLinksQuery } from './plan-links.query';
import { PlanLinksService } from './plan-links.service';

/** A month and the client it is shown to. */
@Resolver()
export class PlanLinkResolver {
  constructor(
    private readonly query: PlanLinksQuery,
    private readonly links: PlanLinksService,
    private readonly months: PlanApprovalsQuery,
  ) {}

  @Query(() => [PlanApprovalObject], {
    description: 'Months that clients were asked about, of the last one on; by month.',
  })
  planApprovals(@Viewer() viewer: CurrentMember) {
    return this.months.list(viewer);
  }

  @Query(() => PlanSharingObject, { nullable: true, description: 'To whom the month was shown, and what they say.' })
  planSharing(@Viewer() viewer: CurrentMember, @Args() args: PlanSharingArgs) {
    return this.query.sharing(viewer, args);
  }

  @Mutation(() => SharePlanResult, { description: 'A link for one person; the one they had opens no more.' })
  async sharePlan(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: SharePlanInput,
  ) {
    return toResult('PlanShared', await this.links.share(context, viewer, input), (shared) => shared);
  }

  @Mutation(() => RevokePlanLinkResult)
  async revokePlanLink(@Viewer() viewer: CurrentMember, @Args('input') input: RevokePlanLinkInput) {
    return toResult('PlanSharingSuccess', await this.links.revoke(viewer, input.planLinkId), (place) => place);
  }

  @Mutation(() => AddPlanRemarkResult, { description: 'For the client to read.' })
  async addPlanRemark(@Viewer() viewer: CurrentMember, @Args('input') input: AddPlanRemarkInput) {
    return toResult('PlanSharingSuccess', await this.links.remark(viewer, input), (place) => place);
  }
}

/** As it stands after the command. */
@Resolver(() => PlanShared)
export class PlanSharedResolver {
  constructor(private readonly query: PlanLinksQuery) {}

  @ResolveField(() => PlanSharingObject)
  sharing(@Viewer() viewer: CurrentMember, @Parent() place: PlanShared) {
    return this.query.sharing(viewer, place);
  }
}

/** The same. */
@Resolver(() => PlanSharingSuccess)
export class PlanSharingSuccessResolver {
  constructor(private readonly query: PlanLinksQuery) {}

  @ResolveField(() => PlanSharingObject)
  sharing(@Viewer() viewer: CurrentMember, @Parent() place: PlanSharingSuccess) {
    return this.query.sharing(viewer, place);
  }
}
