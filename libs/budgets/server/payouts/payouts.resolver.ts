import { Args, ArgsType, Field, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { PayoutState } from '@planerka/budgets/domain';
import type { Id, Result } from '@planerka/platform/domain';
import { PageArgs, selects, toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ApprovePayoutsInput,
  ApprovePayoutsResult,
  DiscardPayoutResult,
  MarkPayoutPaidInput,
  MarkPayoutPaidResult,
  MemberPayablesObject,
  PayoutConnection,
  PayoutStateEnum,
  PayoutVersionInput,
  PreparePayoutsInput,
  PreparePayoutsResult,
  ReturnPayoutResult,
} from './payout.object';
import { PayoutsQuery } from './payouts.query';
import { PayoutsService } from './payouts.service';

@ArgsType()
class PayoutsArgs extends PageArgs {
  @Field(() => PayoutStateEnum, { nullable: true })
  state?: PayoutState | null;
}

@Resolver()
export class PayoutsResolver {
  constructor(
    private readonly service: PayoutsService,
    private readonly query: PayoutsQuery,
  ) {}

  @Query(() => [MemberPayablesObject], {
    description: 'Owed and in no payout yet, by member. A specialist sees their own.',
  })
  payables(@Viewer() viewer: CurrentMember, @Info() info: GraphQLResolveInfo) {
    return this.query.payables(viewer, info);
  }

  @Query(() => PayoutConnection, { description: 'The latest number first. A specialist sees their own.' })
  payouts(@Viewer() viewer: CurrentMember, @Args() args: PayoutsArgs, @Info() info: GraphQLResolveInfo) {
    return this.query.payouts(viewer, args, info);
  }

  @Mutation(() => PreparePayoutsResult)
  async preparePayouts(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: PreparePayoutsInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(viewer, info, await this.service.prepare(viewer, input));
  }

  @Mutation(() => ApprovePayoutsResult)
  async approvePayouts(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: ApprovePayoutsInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(viewer, info, await this.service.approve(viewer, input.payouts));
  }

  @Mutation(() => MarkPayoutPaidResult, { description: 'Moves every fee of it from payable to spent.' })
  async markPayoutPaid(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: MarkPayoutPaidInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(viewer, info, await this.service.markPaid(viewer, input));
  }

  @Mutation(() => ReturnPayoutResult, { description: 'An approved payout becomes a draft again.' })
  async returnPayout(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: PayoutVersionInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(viewer, info, await this.service.returnToDraft(viewer, input));
  }

  @Mutation(() => DiscardPayoutResult, { description: 'Takes a draft apart; its works are owed as before.' })
  async discardPayout(@Viewer() viewer: CurrentMember, @Args('input') input: PayoutVersionInput) {
    return toResult('DiscardPayoutSuccess', await this.service.discard(viewer, input), ([payoutId]) => ({ payoutId }));
  }

  /** They are read again for whoever wants to see them. */
  private async changed<E extends { readonly kind: string }>(
    viewer: CurrentMember,
    info: GraphQLResolveInfo,
    result: Result<readonly Id[], E>,
  ) {
    const payouts = result.ok && selects(info, 'payouts') ? await this.query.some(viewer, result.value) : [];
    return toResult('ChangePayoutsSuccess', result, () => ({ payouts }));
  }
}
