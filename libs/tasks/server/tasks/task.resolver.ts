import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { PageArgs, selects } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { TaskActionsService } from './task-actions.service';
import { TaskAnswers } from './task-answers';
import { TaskDetailsObject } from './task-details.object';
import { TaskDetailsQuery } from './task-details.query';
import type { TaskOrder } from './task-list.read';
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
import { CreateTaskResult, TaskActionResult } from './task.results';
import { TasksService } from './tasks.service';

@Resolver(() => TaskObject)
export class TaskResolver {
  constructor(
    private readonly lists: TaskListsQuery,
    private readonly page: TaskDetailsQuery,
    private readonly choices: TaskOptionsQuery,
    private readonly creation: TasksService,
    private readonly actions: TaskActionsService,
    private readonly answers: TaskAnswers,
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
    return selects(info, 'details') ? this.page.page(viewer, id) : this.lists.one(viewer, id, info);
  }

  @Query(() => TaskOptionsObject)
  taskOptions(@Viewer() viewer: CurrentMember) {
    return this.choices.options(viewer);
  }

  @ResolveField(() => TaskDetailsObject, {
    description: 'For one task at a time: a list of them would cost a statement each.',
  })
  details(@Viewer() viewer: CurrentMember, @Parent() task: TaskObject) {
    return this.page.details(viewer, task);
  }

  @Mutation(() => CreateTaskResult, { description: 'A draft of a task, for a publication or a campaign.' })
  async createTask(@Viewer() viewer: CurrentMember, @Args('input') input: CreateTaskInput) {
    return this.answers.of(viewer, await this.creation.create(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Only a brief that is ready.' })
  async issueTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return this.answers.of(viewer, await this.actions.issue(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Promises the fee in the budget.' })
  async acceptTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return this.answers.of(viewer, await this.actions.accept(viewer, input));
  }

  @Mutation(() => TaskActionResult)
  async declineTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.decline(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'A new version of the brief, to be accepted again.' })
  async reviseTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.revise(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'A numbered version of the work; it never changes afterwards.' })
  async submitTask(@Viewer() viewer: CurrentMember, @Args('input') input: SubmitTaskInput) {
    return this.answers.of(viewer, await this.actions.submit(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'With a reason, or with open comments on the last version.' })
  async requestTaskChanges(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.requestChanges(viewer, input));
  }

  @Mutation(() => TaskActionResult, {
    description: 'Ends the work where the client’s word is not wanted; where it is, the work is sent to the client.',
  })
  async approveTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionInput) {
    return this.answers.of(viewer, await this.actions.approve(viewer, input));
  }

  @Mutation(() => TaskActionResult, { description: 'Back from the client; their link says so.' })
  async withdrawTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.withdraw(viewer, input));
  }

  @Mutation(() => TaskActionResult, {
    description: 'Frees the fee, but for the part that the agency pays for accepted work.',
  })
  async cancelTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.cancel(viewer, input));
  }

  @Mutation(() => TaskActionResult)
  async reopenTask(@Viewer() viewer: CurrentMember, @Args('input') input: TaskActionWithReasonInput) {
    return this.answers.of(viewer, await this.actions.reopen(viewer, input));
  }
}
