import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@planerka/platform/domain';
import {
  CommandErrorInterface,
  commonErrors,
  DateScalar,
  DateTimeScalar,
  IllegalTransition,
  resultUnion,
} from '@planerka/platform/server';

@ObjectType('TimeEntry', { description: 'Time that the viewer gave a task. It is hours, never money.' })
export class TimeEntryObject {
  @Field(() => ID)
  id!: string;

  @Field(() => DateScalar, { description: 'The day it counts for.' })
  spentOn!: string;

  @Field(() => Int, { nullable: true, description: 'Null while the timer runs.' })
  minutes!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the timer was started; null where it was written down.',
  })
  startedAt!: Instant | null;

  @Field({ description: 'In the words of whoever worked.' })
  note!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('RunningTimer', { description: 'A person has one at most, on whichever device.' })
export class RunningTimerObject {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID)
  taskId!: string;

  @Field()
  taskTitle!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Instant;

  @Field({ description: 'It has run for too long to be true: its person is asked when they stopped.' })
  isForgotten!: boolean;
}

@ObjectType('TimeOfPerson')
export class TimeOfPersonObject {
  @Field(() => ID)
  memberId!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  minutes!: number;
}

@ObjectType('TaskTime')
export class TaskTimeObject {
  @Field(() => Int, { nullable: true })
  estimatedMinutes!: number | null;

  @Field(() => Int, { description: 'Of everybody, running timers not counted.' })
  spentMinutes!: number;

  @Field(() => [TimeOfPersonObject], { description: 'Sums by person, for whoever leads the task; none for others.' })
  people!: readonly TimeOfPersonObject[];

  @Field(() => [TimeEntryObject], { description: 'The viewer’s own, the latest first.' })
  entries!: readonly TimeEntryObject[];

  @Field({ description: 'The viewer may write down time for it.' })
  canEnter!: boolean;

  @Field({ description: 'The viewer may start a timer on it.' })
  canStart!: boolean;

  @Field(() => RunningTimerObject, { nullable: true, description: 'Of the viewer, on whichever task.' })
  running!: RunningTimerObject | null;
}

@InputType()
export class EnterTimeInput {
  @Field(() => ID)
  taskId!: string;

  @Field({ description: '"2026-11-26"' })
  spentOn!: string;

  @Field(() => Int)
  minutes!: number;

  @Field({ defaultValue: '' })
  note!: string;
}

@InputType()
export class ChangeTimeInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: '"2026-11-26"' })
  spentOn!: string;

  @Field(() => Int)
  minutes!: number;

  @Field({ defaultValue: '' })
  note!: string;
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'A timer runs that its person forgot: it is asked about first.',
})
export class TimerForgotten implements CommandErrorInterface {
  message!: string;

  @Field(() => ID)
  entryId!: string;

  @Field(() => ID)
  taskId!: string;

  @Field()
  taskTitle!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Instant;
}

@ObjectType()
export class TimeChanged {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID)
  taskId!: string;

  @Field(() => Int, { description: 'Of the entry; 0 where it is gone.' })
  version!: number;
}

export const TimeResult = resultUnion('TimeResult', [TimeChanged, TimerForgotten, IllegalTransition, ...commonErrors]);
