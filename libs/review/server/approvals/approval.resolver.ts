import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RequestContext, Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { PageArgs, toResult, type GraphQLContext } from '@planerka/platform/server';
import { onWire, type TaskRefusal } from '@planerka/tasks/server';
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
  ) {
    return this.query.list(viewer, filter, page);
  }

  @Query(() => ApprovalObject, { nullable: true })
  approval(@Viewer() viewer: CurrentMember, @Args('id', { type: () => ID }) id: string) {
    return this.query.one(viewer, id);
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
    return this.sent(viewer, await this.approvals.send(context, viewer, input));
  }

  @Mutation(() => WithdrawApprovalResult, { description: 'The tasks come back to review, and the links say so.' })
  async withdrawApproval(@Viewer() viewer: CurrentMember, @Args('input') input: WithdrawApprovalInput) {
    return this.changed(viewer, await this.approvals.withdraw(viewer, input));
  }

  @Mutation(() => RenewApprovalLinkResult, { description: 'A new address; the old one opens no more.' })
  async renewApprovalLink(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: RenewApprovalLinkInput,
  ) {
    return this.sent(viewer, await this.approvals.renewLink(context, viewer, input));
  }

  @Mutation(() => RevokeApprovalLinkResult)
  async revokeApprovalLink(@Viewer() viewer: CurrentMember, @Args('input') input: RevokeApprovalLinkInput) {
    return this.changed(viewer, await this.approvals.revokeLink(viewer, input.linkId));
  }

  private async sent(viewer: CurrentMember, result: Result<Sent, TaskRefusal>) {
    const approval = result.ok ? await this.query.one(viewer, result.value.approvalId) : null;
    return toResult('ApprovalSent', worded(result), ({ links }) => ({ approval, links }));
  }

  private async changed(viewer: CurrentMember, result: Result<Id, TaskRefusal>) {
    const approval = result.ok ? await this.query.one(viewer, result.value) : null;
    return toResult('ApprovalSuccess', worded(result), () => ({ approval }));
  }
}

const worded = <T>(result: Result<T, TaskRefusal>) =>
  result.ok ? result : { ok: false as const, error: onWire(result.error) };
