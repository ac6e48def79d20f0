import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum, Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { TaskListsQuery } from '../tasks/task-lists.query';
import { TaskObject } from '../tasks/task.object';
import { CreateTaskChainInput, CreateTaskChainResult, TaskChainObject, TaskChainSuccess } from './task-chain.object';
import { TaskChainService } from './task-chain.service';

@Resolver(() => TaskChainSuccess)
export class TaskChainResolver {
  constructor(
    private readonly chains: TaskChainService,
    private readonly lists: TaskListsQuery,
  ) {}

  @Query(() => TaskChainObject, {
    nullable: true,
    description:
      'The work a publication takes, by its format: who, by when, for how much. Null for whoever may not make it.',
  })
  taskChain(
    @Viewer() viewer: CurrentMember,
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('disciplines', { type: () => [DisciplineEnum], nullable: true }) disciplines: Discipline[] | null,
  ): Promise<TaskChainObject | null> {
    return this.chains.preview(viewer, itemId, disciplines);
  }

  @Mutation(() => CreateTaskChainResult, {
    description: 'Drafts of all the work on a publication at once, each to begin after the one before it.',
  })
  async createTaskChain(@Viewer() viewer: CurrentMember, @Args('input') input: CreateTaskChainInput) {
    return toResult('TaskChainSuccess', await this.chains.create(viewer, input), (taskIds) => ({ taskIds }));
  }

  @ResolveField(() => [TaskObject])
  async tasks(
    @Viewer() viewer: CurrentMember,
    @Parent() { taskIds }: TaskChainSuccess,
    @Info() info: GraphQLResolveInfo,
  ) {
    const tasks = await Promise.all(taskIds.map((id) => this.lists.one(viewer, id, info)));
    return tasks.filter((task) => task !== null);
  }
}
