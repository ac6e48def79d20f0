import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { PageArgs, toResult } from '@planerka/platform/server';
import { BudgetQuery } from '../budget/budget.query';
import {
  AdSpendConnection,
  EnterAdSpendInput,
  EnterAdSpendResult,
  ReverseAdSpendInput,
  ReverseAdSpendResult,
} from './ad-spend.object';
import { AdSpendQuery } from './ad-spend.query';
import { AdSpendService } from './ad-spend.service';

@Resolver()
export class AdSpendResolver {
  constructor(
    private readonly service: AdSpendService,
    private readonly entries: AdSpendQuery,
    private readonly budgets: BudgetQuery,
  ) {}

  @Query(() => AdSpendConnection, {
    description: 'Ad spend of a campaign, the latest day first; reversed entries included.',
  })
  adSpend(
    @Viewer() viewer: CurrentMember,
    @Args('campaignId', { type: () => ID }) campaignId: Id,
    @Args() page: PageArgs,
  ) {
    return this.entries.ofCampaign(viewer, campaignId, page);
  }

  @Mutation(() => EnterAdSpendResult)
  async enterAdSpend(@Viewer() viewer: CurrentMember, @Args('input') input: EnterAdSpendInput) {
    return this.changed(viewer, await this.service.enter(viewer, input));
  }

  @Mutation(() => ReverseAdSpendResult, {
    description: 'Takes a wrong entry back by a reversing one; both stay in the book.',
  })
  async reverseAdSpend(@Viewer() viewer: CurrentMember, @Args('input') input: ReverseAdSpendInput) {
    return this.changed(viewer, await this.service.reverse(viewer, input));
  }

  private async changed(viewer: CurrentMember, result: Awaited<ReturnType<AdSpendService['enter']>>) {
    const [adSpend, budget] = result.ok
      ? await Promise.all([
          this.entries.one(viewer, result.value.adSpendId),
          this.budgets.budget(viewer, result.value.campaignId),
        ])
      : [null, null];
    return toResult('ChangeAdSpendSuccess', result, () => ({ adSpend, budget }));
  }
}
