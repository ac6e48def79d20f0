import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult, type CommandError } from '@planerka/platform/server';
import {
  CreatePlanViewInput,
  CreatePlanViewResult,
  DeletePlanViewResult,
  RestorePlanViewResult,
  UpdatePlanViewInput,
  UpdatePlanViewResult,
} from './plan-view.inputs';
import { PlanViewObject } from './plan-view.object';
import { PlanViewsQuery } from './plan-views.query';
import { PlanViewsService } from './plan-views.service';

@Resolver(() => PlanViewObject)
export class PlanViewResolver {
  constructor(
    private readonly views: PlanViewsService,
    private readonly lists: PlanViewsQuery,
  ) {}

  @Query(() => [PlanViewObject], {
    name: 'planViews',
    description: 'The viewer’s own and those that are shared with them, by name.',
  })
  async list(@Viewer() viewer: CurrentMember) {
    return this.lists.list(viewer);
  }

  @Mutation(() => CreatePlanViewResult)
  async createPlanView(@Viewer() viewer: CurrentMember, @Args('input') input: CreatePlanViewInput) {
    return this.withView('CreatePlanViewSuccess', viewer, await this.views.create(viewer, input));
  }

  @Mutation(() => UpdatePlanViewResult)
  async updatePlanView(@Viewer() viewer: CurrentMember, @Args('input') input: UpdatePlanViewInput) {
    return this.withView('UpdatePlanViewSuccess', viewer, await this.views.update(viewer, input));
  }

  @Mutation(() => DeletePlanViewResult)
  async deletePlanView(@Viewer() viewer: CurrentMember, @Args('planViewId', { type: () => ID }) planViewId: Id) {
    return toResult('DeletePlanViewSuccess', await this.views.delete(viewer, planViewId), (id) => ({ planViewId: id }));
  }

  @Mutation(() => RestorePlanViewResult)
  async restorePlanView(@Viewer() viewer: CurrentMember, @Args('planViewId', { type: () => ID }) planViewId: Id) {
    return this.withView('RestorePlanViewSuccess', viewer, await this.views.restore(viewer, planViewId));
  }

  private async withView(success: string, viewer: CurrentMember, result: Result<Id, CommandError>) {
    const view = result.ok ? await this.lists.view(viewer, result.value) : null;
    return toResult(success, result, () => ({ view }));
  }
}
