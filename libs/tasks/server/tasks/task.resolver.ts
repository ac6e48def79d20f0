import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { PageArgs } from '@planerka/platform/server';
import type { TaskOrder } from '@planerka/tasks/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { TaskActionsService } from './task-actions.service';
import { toTaskResult } from './task-answers';
import { TaskListsQuery } from './task-lists.query';
import {
  CreateTaskInput,
  SubmitTaskInput,
  TaskActionInput,
  TaskActionWithReasonInput,
  TaskFilterInput,
  TaskOrderEnum,
} from './task.inputs';
import { TaskColumnObject, TaskConnection, TaskObject, TaskOptionsObject } from './task.object';
import { TaskOptionsQuery } from './task-options.query';
import { CreateTaskResult, TaskActionResult, TaskSuccess } from './task.results';
import { TasksService } from './tasks.service';

@Resolver(() => TaskObject)
export class TaskResolver {
  constructor(
    private readonly lists: TaskListsQuery,
    private readonly choices: TaskOptionsQuery,
    private readonly creation: TasksService,
    private readonly actions: TaskActionsService,
  ) {}

  @Query(() => TaskConnection, { description: 'Tasks the viewer may see: their own, and those of clients they lead.' })
  tasks(
    @Viewer() viewer: CurrentMember,
    @Args() page: PageArgs,
    @Args('filter', { type: () => TaskFilterInput, defaultValue: {} }) filter: TaskFilterInput,
    @Args('order', { type: () => TaskOrderEnum, defaultValue: 'due' }) order: TaskOrder,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.lists.list(viewer, { ...page, filter, order }, info);
  }

  @Query(() => [TaskColumnObject], { description: 'All states in the order of the workflow.' })
  taskBoard(
    @Viewer() viewer: CurrentMember,
    @Args('filter', { type: () => TaskFilterInput, defaultValue: {} }) filter: TaskFilterInput,
    @Args('perColumn', { type: () => Int, defaultValue: 40 }) perColumn: number,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.lists.board(viewer, { filter, perColumn }, info);
  }

  @Query(() => TaskObject, { nullable: true })
  task(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskObject | null> {
    return this.lists.one(viewer, id, info);
  }

  @Query(() => TaskOptionsObject)
  taskOptions(@Viewer() viewer: CurrentMember) {
    return this.choices.options(viewer);
  }

  @Mutation(() => CreateTaskResult, { description: 'A draft of a task, for a publication or a campaign.' })
  async createTask(@Viewer() viewer: CurrentMember, @Args('input') input: CreateTaskInput) {
    return toTaskResult(await this.creation.create(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Only a brief that is ready.' })
  async issueTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return toTaskResult(await this.actions.issue(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Promises the fee in the budget.' })
  async acceptTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return toTaskResult(await this.actions.accept(viewer, input));
  }

  @Mutation(() => TaskActionResult)
  async declineTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.decline(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'A new version of the brief, to be accepted again.' })
  async reviseTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.revise(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'A numbered version of the work; it never changes afterwards.' })
  async submitTask(@Viewer() viewer: CurrentMember, @Args('input') input: SubmitTaskInput) {
    return toTaskResult(await this.actions.submit(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'With a reason, or with open comments on the last version.' })
  async requestTaskChanges(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.requestChanges(viewer, input));
  }

  @Mutation(() => TaskActionResult, {
    description: 'Ends the work where the client’s word is not wanted; where it is, the work is sent to the client.',
  })
  async approveTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return toTaskResult(await this.actions.approve(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Back from the client; their link says so.' })
  async withdrawTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.withdraw(viewer, input));
  }

  @Mutation(() => TaskActionResult, {
    description: 'Frees the fee, but for the part that the agency pays for accepted work.',
  })
  async cancelTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.cancel(viewer, input));
  }

  @Mutation(() => TaskActionResult)
  async reopenTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return toTaskResult(await this.actions.reopen(viewer, input));
  }
}

/** What has become of the task, as far as the command asks to know. */
@Resolver(() => TaskSuccess)
export class TaskSuccessResolver {
  constructor(private readonly lists: TaskListsQuery) {}

  @ResolveField(() => TaskObject)
  task(@Viewer() viewer: CurrentMember, @Parent() { taskId }: TaskSuccess, @Info() info: GraphQLResolveInfo) {
    return this.lists.one(viewer, taskId, info);
  }
}
