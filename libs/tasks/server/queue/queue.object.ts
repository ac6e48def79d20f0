import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { Instant } from '@planerka/platform/domain';
import { DateTimeScalar, graphqlEnum } from '@planerka/platform/server';
import { queueReasons, type QueueReason, type TaskState } from '@planerka/tasks/domain';
import { TaskStateEnum } from '../tasks/task-enums';

const QueueReasonEnum = graphqlEnum('QueueReason', queueReasons, 'Why a task stands where it does in the queue.');

@ObjectType('QueuedTask')
export class QueuedTaskObject {
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

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;

  @Field(() => Int, { nullable: true })
  estimatedMinutes!: number | null;

  @Field(() => QueueReasonEnum)
  reason!: QueueReason;

  @Field(() => String, { nullable: true, description: 'What it waits for.' })
  waitsFor!: string | null;

  @Field(() => Int, { description: 'Tasks that begin after it.' })
  unlocks!: number;
}
