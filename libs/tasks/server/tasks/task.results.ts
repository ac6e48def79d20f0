import { Field, ID, ObjectType } from '@nestjs/graphql';
import { BudgetExceededObject } from '@planerka/budgets/server';
import type { Id } from '@planerka/platform/domain';
import { CommandErrorInterface, commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { FindingObject } from './task-details.object';
import { TaskObject } from './task.object';

@ObjectType({ implements: () => [CommandErrorInterface], description: 'Points that block are still open.' })
export class BriefNotReady implements CommandErrorInterface {
  message!: string;

  @Field(() => [FindingObject])
  findings!: readonly FindingObject[];
}

@ObjectType()
export class TaskSuccess {
  readonly taskId!: Id;

  @Field(() => TaskObject)
  task!: TaskObject;
}

@ObjectType()
export class BriefTemplateSuccess {
  @Field(() => ID)
  templateId!: string;
}

export const CreateTaskResult = resultUnion('CreateTaskResult', [TaskSuccess, ...commonErrors]);
/** Every action of the workflow may be refused in the same ways. */
export const TaskActionResult = resultUnion('TaskActionResult', [
  TaskSuccess,
  IllegalTransition,
  BriefNotReady,
  BudgetExceededObject,
  ...commonErrors,
]);
export const TaskEditResult = resultUnion('TaskEditResult', [TaskSuccess, IllegalTransition, ...commonErrors]);
export const CreateBriefTemplateResult = resultUnion('CreateBriefTemplateResult', [
  BriefTemplateSuccess,
  IllegalTransition,
  ...commonErrors,
]);
