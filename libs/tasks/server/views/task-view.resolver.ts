import { Resolver } from '@nestjs/graphql';
import { savedViewResolver } from '@planerka/clients/server';
import { CreateTaskViewInput, TaskViewObject, UpdateTaskViewInput } from './task-view.object';
import { tasksPage } from './task-view-page';

/** Named choices of the page of tasks. */
@Resolver(() => TaskViewObject)
export class TaskViewResolver extends savedViewResolver(
  tasksPage,
  TaskViewObject,
  CreateTaskViewInput,
  UpdateTaskViewInput,
  ({ taskViewId }) => taskViewId,
) {}
