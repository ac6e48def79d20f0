import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext, Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { PageArgs, toResult, type GraphQLContext } from '@planerka/platform/server';
import { onWire, type TaskRefusal } from '@planerka/tasks/server';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ApprovalDraftArgs,
  ApprovalFilterInput,
  RenewApprovalLinkInput,
  RevokeApprovalLinkInput,
  SendForApprovalInput,
  WithdrawApprovalInput,
} from './approval.inputs';
import { ApprovalConnection, ApprovalDraftObject, ApprovalObject } from './approval.object';
import {
  ApprovalSent,
  ApprovalSuccess,
  RenewApprovalLinkResult,
  RevokeApprovalLinkResult,
  SendForApprovalResult,
  WithdrawApprovalResult,
} from './approval.results';
import { GuestApprovalQuery } from '../guest/guest-approval.query';
import { ApprovalCertificateObject } from './certificate.object';
import { ApprovalsQuery } from './approvals.query';
import { ApprovalsService, type Sent } from './approvals.service';

@Resolver()
export class ApprovalResolver {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly query: ApprovalsQuery,
    private readonly shown: GuestApprovalQuery,
  ) {}

  @Query(() => ApprovalConnection, {
    name: 'approvals',
    description: 'Of clients the viewer leads, the last sent first.',
  })
  list(
    @Viewer() viewer: CurrentMember,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ApprovalFilterInput, defaultValue: {} }) filter: ApprovalFilterInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.list(viewer, { ...page, filter }, info);
  }

  @Query(() => ApprovalObject, { nullable: true })
  approval(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.one(viewer, id, info);
  }

  @Query(() => ApprovalCertificateObject, { nullable: true, description: 'To be printed and kept.' })
  async approvalCertificate(@Viewer() viewer: CurrentMember, @Args('id', { type: () => ID }) id: string) {
    const approval = await this.query.one(viewer, id);
    const asked = approval && (await this.shown.asked(viewer.agencyId, approval.id));
    return asked && { approval, ...asked };
  }

  @Query(() => ApprovalDraftObject, { nullable: true, description: 'What a request for these would be.' })
  approvalDraft(@Viewer() viewer: CurrentMember, @Args() { taskIds, itemIds }: ApprovalDraftArgs) {
    return this.query.draft(viewer, taskIds, itemIds);
  }

  @Mutation(() => SendForApprovalResult, {
    description: 'Passes the tasks on to the client and makes a link per approver.',
  })
  async sendForApproval(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: SendForApprovalInput,
  ) {
    return toSent(await this.approvals.send(context, viewer, input));
  }

  @Mutation(() => WithdrawApprovalResult, { description: 'The tasks come back to review, and the links say so.' })
  async withdrawApproval(@Viewer() viewer: CurrentMember, @Args('input') input: WithdrawApprovalInput) {
    return toChanged(await this.approvals.withdraw(viewer, input));
  }

  @Mutation(() => RenewApprovalLinkResult, { description: 'A new address; the old one opens no more.' })
  async renewApprovalLink(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: RenewApprovalLinkInput,
  ) {
    return toSent(await this.approvals.renewLink(context, viewer, input));
  }

  @Mutation(() => RevokeApprovalLinkResult)
  async revokeApprovalLink(@Viewer() viewer: CurrentMember, @Args('input') input: RevokeApprovalLinkInput) {
    return toChanged(await this.approvals.revokeLink(viewer, input.linkId));
  }
}

/** The request as it now stands, as far as the command asks to know. */
@Resolver(() => ApprovalSent)
export class ApprovalSentResolver {
  constructor(private readonly query: ApprovalsQuery) {}

  @ResolveField(() => ApprovalObject)
  approval(@Viewer() viewer: CurrentMember, @Parent() { approvalId }: ApprovalSent, @Info() info: GraphQLResolveInfo) {
    return this.query.one(viewer, approvalId, info);
  }
}

/** The same. */
@Resolver(() => ApprovalSuccess)
export class ApprovalSuccessResolver {
  constructor(private readonly query: ApprovalsQuery) {}

  @ResolveField(() => ApprovalObject)
  approval(
    @Viewer() viewer: CurrentMember,
    @Parent() { approvalId }: ApprovalSuccess,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.one(viewer, approvalId, info);
  }
}

const worded = <T>(result: Result<T, TaskRefusal>) =>
  result.ok ? result : { ok: false as const, error: onWire(result.error) };

const toSent = (result: Result<Sent, TaskRefusal>) => toResult('ApprovalSent', worded(result), (sent) => sent);

const toChanged = (result: Result<Id, TaskRefusal>) =>
  toResult('ApprovalSuccess', worded(result), (approvalId) => ({ approvalId }));
