import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AbsenceKind, Discipline, Role } from '@planerka/agency/domain';
import { AbsenceKindEnum, DisciplineEnum, LastOwner, RoleEnum } from '@planerka/agency/server';
import { BudgetExceededObject } from '@planerka/budgets/server';
import { commonErrors, DateScalar, IllegalTransition, resultUnion } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { TaskStateEnum } from '../tasks/task-enums';

@ObjectType('HandOverCandidate')
export class HandOverCandidateObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => Int, { description: 'Tasks they have now.' })
  openTasks!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that they are away, where they are away today.',
  })
  awayUntil!: string | null;

  @Field(() => AbsenceKindEnum, { nullable: true })
  awayKind!: AbsenceKind | null;
}

@ObjectType('HandOverTask')
export class HandOverTaskObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  clientName!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field({ description: 'False: it has been handed in, and stays with whoever did it.' })
  moves!: boolean;

  @Field(() => [ID], { description: 'Who can take it, whoever has least to do first.' })
  candidateIds!: readonly string[];
}

@ObjectType('HandOver', { description: 'What somebody’s leaving would leave behind.' })
export class HandOverObject {
  @Field(() => [HandOverTaskObject], { description: 'Their open tasks.' })
  tasks!: readonly HandOverTaskObject[];

  @Field(() => Int, { description: 'Open tasks of others that they answer for.' })
  ledTasks!: number;

  @Field(() => [HandOverCandidateObject])
  candidates!: readonly HandOverCandidateObject[];

  @Field(() => [ID], { description: 'Who can answer for tasks in their place.' })
  leadIds!: readonly string[];
}

@InputType()
export class HandOverMoveInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => ID)
  toMemberId!: string;
}

@InputType()
export class HandOverTasksInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => Int, { description: 'Of the member.' })
  expectedVersion!: number;

  @Field(() => [HandOverMoveInput])
  moves!: HandOverMoveInput[];

  @Field(() => ID, { nullable: true, description: 'Who answers for their tasks from now on.' })
  leadId?: string | null;

  @Field({ defaultValue: false, description: 'End their access in the same step.' })
  deactivate!: boolean;
}

@ObjectType()
export class HandedOver {
  @Field(() => Int)
  moved!: number;
}

export const HandOverResult = resultUnion('HandOverResult', [
  HandedOver,
  LastOwner,
  IllegalTransition,
  BudgetExceededObject,
  ...commonErrors,
]);
