import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { Instant } from '@planerka/platform/domain';
import { DateTimeScalar } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { TaskStateEnum } from '../tasks/task-enums';
import { PlannedPersonObject } from './planned-person.object';

@ObjectType('WorkloadCell', { description: 'One person in one week.' })
export class WorkloadCellObject {
  @Field(() => Int)
  plannedMinutes!: number;

  @Field(() => Int, { description: 'What they can give on the working days that are left of the week.' })
  capacityMinutes!: number;

  @Field(() => Int, { description: 'Working days on which they are away.' })
  daysAway!: number;
}

@ObjectType('WorkloadPerson')
export class WorkloadPersonObject extends PlannedPersonObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Minutes written down since Monday, for whatever task.' })
  spentThisWeekMinutes!: number;

  @Field(() => [WorkloadCellObject], { description: 'In the order of the weeks.' })
  cells!: readonly WorkloadCellObject[];

  @Field()
  canEditAbsences!: boolean;

  @Field(() => Int, { description: 'Minutes after the last week.' })
  laterMinutes!: number;

  @Field(() => Int, { description: 'Drafts, and what is issued or at work.' })
  openTasks!: number;

  @Field(() => Int, { description: 'Of them, without an estimate or a due day: in no week.' })
  uncounted!: number;
}

@ObjectType('Workload', { description: 'Hours of people by week against what they can give.' })
export class WorkloadObject {
  @Field(() => [String], { description: 'Mondays: "2026-11-23".' })
  weeks!: readonly string[];

  @Field(() => [WorkloadPersonObject])
  people!: readonly WorkloadPersonObject[];

  @Field(() => Int, { description: 'Open tasks that nobody does, or somebody who has left.' })
  unassigned!: number;
}

@ObjectType('WorkloadTask')
export class WorkloadTaskObject {
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

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;

  @Field()
  isOverdue!: boolean;

  @Field(() => Int, { nullable: true })
  estimatedMinutes!: number | null;

  @Field(() => Int, { description: 'Time written down for it so far; the rest of the estimate is what is planned.' })
  spentMinutes!: number;

  @Field(() => Int)
  version!: number;

  @Field(() => [Int], { nullable: true, description: 'In the order of the weeks; null where it is in none.' })
  minutes!: readonly number[] | null;

  @Field(() => Int)
  laterMinutes!: number;

  @Field({ description: 'The viewer may give it to somebody else of its discipline.' })
  canHandOver!: boolean;
}

@ObjectType('WorkloadTasks')
export class WorkloadTasksObject {
  @Field(() => ID, { nullable: true, description: 'Whose; null where they are nobody’s.' })
  memberId!: string | null;

  @Field(() => [WorkloadTaskObject], { description: 'Open tasks that the viewer may see, the earliest due first.' })
  tasks!: readonly WorkloadTaskObject[];

  @Field(() => [Int], { description: 'By week: minutes of tasks for clients whom the viewer does not serve.' })
  elsewhereMinutes!: readonly number[];
}

@InputType()
export class HandOverTaskInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Null leaves a draft to nobody.' })
  toMemberId?: string | null;
}
