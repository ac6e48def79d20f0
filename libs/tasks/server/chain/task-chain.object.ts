import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AbsenceKind, Discipline } from '@planerka/agency/domain';
import { AbsenceKindEnum, DisciplineEnum } from '@planerka/agency/server';
import type { Id, Instant, PlainDate } from '@planerka/platform/domain';
import { commonErrors, DateScalar, DateTimeScalar, MoneyObject, resultUnion } from '@planerka/platform/server';
import { NewTaskFields } from '../tasks/task.inputs';
import { TaskObject } from '../tasks/task.object';

@ObjectType('ChainCandidate')
export class ChainCandidateObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Of the squad that serves the client.' })
  isOfSquad!: boolean;

  @Field(() => Int, { description: 'Tasks they have now.' })
  openTasks!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Away on the due day, and until this one.' })
  awayUntil!: PlainDate | null;

  @Field(() => AbsenceKindEnum, { nullable: true })
  awayKind!: AbsenceKind | null;

  @Field(() => MoneyObject, { nullable: true, description: 'By the rate card; null where it says nothing.' })
  fee!: MoneyObject | null;
}

@ObjectType('SimilarBrief', { description: 'The client’s last brief of this kind, to begin with.' })
export class SimilarBriefObject {
  @Field(() => ID)
  taskId!: string;

  @Field()
  title!: string;
}

@ObjectType('ChainStep')
export class ChainStepObject {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field({ description: 'Asked for; where nothing was asked: usual for the format, and not there yet.' })
  isWanted!: boolean;

  @Field(() => ID, { nullable: true, description: 'There is such a task already.' })
  existingTaskId!: string | null;

  @Field(() => String, { nullable: true, description: 'A key of the rate card: "carousel".' })
  deliverableType!: string | null;

  @Field(() => DateTimeScalar, { description: 'Counted back from the publication by working days.' })
  dueAt!: Instant;

  @Field({ description: 'Fewer working days than it usually takes.' })
  isTight!: boolean;

  @Field(() => [ChainCandidateObject], { description: 'Who can do it, the likeliest first.' })
  candidates!: readonly ChainCandidateObject[];

  @Field(() => SimilarBriefObject, { nullable: true })
  similar!: SimilarBriefObject | null;
}

@ObjectType('TaskChain', { description: 'The tasks that a publication takes, before they are made.' })
export class TaskChainObject {
  @Field(() => [ChainStepObject], { description: 'In the order of the work.' })
  steps!: readonly ChainStepObject[];

  @Field(() => Int, {
    nullable: true,
    description: 'Working days left for the client’s word; null where it is not asked.',
  })
  approvalDays!: number | null;

  @Field({ description: 'Those are what this client usually takes; else too few answers were heard to tell.' })
  isApprovalUsual!: boolean;

  @Field(() => [Int], { description: 'Years that were reckoned with whose moved days off are not known yet.' })
  undecreedYears!: readonly number[];
}

@InputType()
export class ChainStepInput extends NewTaskFields {}

@InputType()
export class CreateTaskChainInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => ID, { nullable: true, description: 'Whose budget pays, where the publication has no campaign.' })
  campaignId?: string | null;

  @Field(() => [ChainStepInput], { description: 'At most one of each discipline.' })
  steps!: readonly ChainStepInput[];
}

@ObjectType()
export class TaskChainSuccess {
  readonly taskIds!: readonly Id[];

  @Field(() => [TaskObject], { description: 'In the order of the work.' })
  tasks!: readonly TaskObject[];
}

export const CreateTaskChainResult = resultUnion('CreateTaskChainResult', [TaskChainSuccess, ...commonErrors]);
