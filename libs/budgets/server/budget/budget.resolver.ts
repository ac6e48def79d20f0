import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { PageArgs } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { BudgetConnection, BudgetObject } from './budget.object';
import { BudgetQuery } from './budget.query';

@Resolver()
export class BudgetResolver {
  constructor(private readonly budgets: BudgetQuery) {}

  @Query(() => BudgetObject, { nullable: true })
  budget(
    @Viewer() viewer: CurrentMember,
    @Args('campaignId', { type: () => ID }) campaignId: Id,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.budgets.budget(viewer, campaignId, info);
  }

  @Query(() => BudgetConnection, {
    name: 'budgets',
    description: 'Campaigns that the viewer may see money of; those that end last come first.',
  })
  list(@Viewer() viewer: CurrentMember, @Args() page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.budgets.budgets(viewer, page, info);
  }
}
