import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ContentPlanObject } from './content-plan.object';
import { ContentPlanArgs } from './plan.args';
import { PlanQuery } from './plan.query';

@Resolver()
export class PlanResolver {
  constructor(private readonly plans: PlanQuery) {}

  @Query(() => ContentPlanObject, { nullable: true })
  async contentPlan(
    @Viewer() viewer: CurrentMember,
    @Args() args: ContentPlanArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContentPlanObject | null> {
    return this.plans.plan(viewer, args, info);
  }
}
