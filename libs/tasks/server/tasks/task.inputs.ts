import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { Instant } from '@planerka/platform/domain';
import { DateTimeScalar, graphqlEnum, JsonScalar, MoneyInput } from '@planerka/platform/server';
import { taskOrders, type TaskState } from '@planerka/tasks/domain';
import type { TaskFilter } from './task-filter';
import { TaskStateEnum } from './task-enums';

export const TaskOrderEnum = graphqlEnum('TaskOrder', taskOrders);

@InputType('TaskFilter')
export class TaskFilterInput implements TaskFilter {
  @Field(() => [TaskStateEnum], { nullable: true })
  states?: TaskState[] | null;

  @Field(() => ID, { nullable: true })
  clientId?: string | null;

  @Field(() => ID, { nullable: true })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true })
  itemId?: string | null;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => DisciplineEnum, { nullable: true })
  discipline?: Discipline | null;

  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Assigned to me, or reviewed by me.' })
  isMine?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  search?: string | null;
}

/** What is said of a new task, made by itself or with the others of its publication. */
@InputType({ isAbstract: true })
export class NewTaskFields {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => String, { nullable: true, description: 'A key of the rate card: "carousel".' })
  deliverableType?: string | null;

  @Field()
  title!: string;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: Instant | null;

  @Field(() => Int, { nullable: true })
  estimatedMinutes?: number | null;

  @Field(() => ID, { nullable: true })
  templateId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A task of the same client and discipline whose brief it begins with.',
  })
  likeTaskId?: string | null;
}

@InputType()
export class CreateTaskInput extends NewTaskFields {
  @Field(() => ID, { nullable: true, description: 'The publication it works for.' })
  itemId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Needed where there is no publication, or where it has no campaign of its own.',
  })
  campaignId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Tasks that have to be done before it is accepted.' })
  startAfter!: string[];

  @Field(() => Boolean, { nullable: true, description: 'Absent: as the publication or the campaign says.' })
  wantsClientApproval?: boolean | null;
}

/** What nearly every action takes: which task, and the version the person looked at. */
@InputType()
export class TaskActionInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class TaskActionWithReasonInput extends TaskActionInput {
  @Field({ defaultValue: '' })
  reason!: string;
}

@InputType()
export class SubmitTaskInput extends TaskActionInput {
  @Field(() => JsonScalar, { description: '`CopyContent`, `DesignContent` or `TargetingContent`, by discipline.' })
  content!: unknown;

  @Field({ defaultValue: '' })
  note!: string;
}

@InputType({ description: 'Absent fields stay as they are.' })
export class SaveBriefDraftInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Int, { description: 'Of the draft.' })
  expectedVersion!: number;

  @Field(() => JsonScalar, { nullable: true, description: 'The whole brief in the fields of its discipline.' })
  data?: unknown;

  @Field(() => String, { nullable: true })
  title?: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: Instant | null;

  @Field(() => Int, { nullable: true })
  estimatedMinutes?: number | null;

  @Field(() => MoneyInput, { nullable: true })
  fee?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'Until the first issue.' })
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true })
  wantsClientApproval?: boolean;

  @Field(() => [ID], { nullable: true })
  startAfter?: string[];
}

@InputType()
export class CreateBriefTemplateInput {
  @Field(() => ID, { description: 'The task whose draft it is made from.' })
  taskId!: string;

  @Field()
  name!: string;

  @Field({ defaultValue: false, description: 'For the task’s client alone; else for every client of the agency.' })
  isForClient!: boolean;
}

@InputType()
export class ApplyBriefTemplateInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => ID)
  templateId!: string;

  @Field(() => Int, { description: 'Of the draft.' })
  expectedVersion!: number;
}

@InputType()
export class AskTaskQuestionInput {
  @Field(() => ID)
  taskId!: string;

  @Field()
  question!: string;
}

@InputType()
export class AnswerTaskQuestionInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => ID)
  questionId!: string;

  @Field()
  answer!: string;
}

@InputType()
export class TickCriterionInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => ID)
  criterionId!: string;

  @Field()
  isMet!: boolean;
}
