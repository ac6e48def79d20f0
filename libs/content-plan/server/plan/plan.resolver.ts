import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ContentPlanObject } from './content-plan.object';
import { ContentPlanArgs } from './plan.args';
import { PlanQuery } from './plan.query';

@Resolver()
export class PlanResolver {
  constructor(private readonly plans: PlanQuery) {}

  @Query(() => ContentPlanObject, { nullable: true })
  async contentPlan(
    @Viewer() viewer: CurrentMember,
    @Args() { clientId, month }: ContentPlanArgs,
  ): Promise<ContentPlanObject | null> {
    return this.plans.plan(viewer, clientId ?? null, month);
  }
}
