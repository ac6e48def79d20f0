import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import { DateTimeScalar, FileObject, JsonScalar, MoneyObject } from '@planerka/platform/server';
import type { Court, TaskState } from '@planerka/tasks/domain';
import { CourtEnum, TaskStateEnum } from './task-enums';

@ObjectType('Finding', { description: 'Something that is not as it should be; its code is a sentence of the client.' })
export class FindingObject {
  @Field({ description: 'Dotted path of the field, "" for the whole.' })
  field!: string;

  @Field()
  code!: string;

  @Field(() => JsonScalar)
  params!: unknown;

  @Field({ description: 'The next step has to wait for it.' })
  blocks!: boolean;
}

@ObjectType('BriefVersion', { description: 'A brief as it was issued; it never changes.' })
export class BriefVersionObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => JsonScalar, { description: 'The fields of its discipline.' })
  data!: unknown;

  @Field(() => JsonScalar, { description: 'The brand profile as it stood then.' })
  brand!: unknown;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  issuedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  acceptedAt!: string | null;

  @Field(() => String, { nullable: true })
  issuedBy!: string | null;

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'What was offered with it. Null to whoever may not see it, or was not the one it was offered to.',
  })
  fee!: MoneyObject | null;
}

@ObjectType('BriefDraft', { description: 'The working draft; only whoever may write it sees it.' })
export class BriefDraftObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => JsonScalar)
  data!: unknown;

  @Field(() => JsonScalar, { description: 'The brand profile of today.' })
  brand!: unknown;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field(() => MoneyObject)
  fee!: MoneyObject;

  @Field(() => MoneyObject, { nullable: true, description: 'What the assignee’s rate card says.' })
  suggestedFee!: MoneyObject | null;

  @Field(() => [FindingObject], { description: 'What it lacks; it can be issued when none of them blocks.' })
  findings!: readonly FindingObject[];

  @Field(() => DateTimeScalar)
  updatedAt!: string;
}

@ObjectType('Criterion', { description: 'One line of the acceptance checklist.' })
export class CriterionObject {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field()
  isMet!: boolean;

  @Field(() => String, { nullable: true })
  checkedBy!: string | null;
}

@ObjectType('TaskQuestion')
export class TaskQuestionObject {
  @Field(() => ID)
  id!: string;

  @Field()
  question!: string;

  @Field()
  askedBy!: string;

  @Field(() => DateTimeScalar)
  askedAt!: string;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => String, { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
}

@ObjectType('Deliverable', { description: 'A submitted version of the work; it never changes.' })
export class DeliverableObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => JsonScalar, { description: 'Rich text, file ids or campaign setup: `DeliverableContent`.' })
  content!: unknown;

  @Field()
  note!: string;

  @Field()
  contentHash!: string;

  @Field(() => [FindingObject], { description: 'What the check against the brief found.' })
  findings!: readonly FindingObject[];

  @Field(() => DateTimeScalar)
  submittedAt!: string;

  @Field()
  submittedBy!: string;

  @Field(() => [FileObject])
  files!: readonly FileObject[];
}

@ObjectType('TaskTransition', { description: 'Who did what with a task, when and why.' })
export class TaskTransitionObject {
  @Field(() => ID)
  id!: string;

  @Field()
  action!: string;

  @Field(() => TaskStateEnum, { nullable: true })
  from!: TaskState | null;

  @Field(() => TaskStateEnum)
  to!: TaskState;

  @Field()
  actorName!: string;

  @Field(() => ID, { nullable: true })
  actorId!: string | null;

  @Field()
  reason!: string;

  @Field(() => JsonScalar)
  details!: unknown;

  @Field(() => DateTimeScalar)
  at!: string;
}

@ObjectType('CourtStay', { description: 'How long the ball was in whose court.' })
export class CourtStayObject {
  @Field(() => CourtEnum)
  court!: Court;

  @Field(() => Int)
  seconds!: number;
}

@ObjectType('BriefTemplate')
export class BriefTemplateObject {
  @Field(() => ID)
  id!: string;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field()
  name!: string;

  @Field(() => JsonScalar)
  data!: unknown;

  @Field({ description: 'Of one client; else of every client of the agency.' })
  isForClient!: boolean;
}

/** Everything of a task that only its own page shows. */
@ObjectType('TaskDetails')
export class TaskDetailsObject {
  @Field(() => [BriefVersionObject], {
    description: 'Issued versions, the first one first; the last one is worked by.',
  })
  briefs!: readonly BriefVersionObject[];

  @Field(() => BriefDraftObject, { nullable: true })
  draft!: BriefDraftObject | null;

  @Field(() => [FileObject], { description: 'Files that the briefs refer to.' })
  briefFiles!: readonly FileObject[];

  @Field(() => [CriterionObject])
  criteria!: readonly CriterionObject[];

  @Field(() => [TaskQuestionObject])
  questions!: readonly TaskQuestionObject[];

  @Field(() => [DeliverableObject], { description: 'The first version first.' })
  deliverables!: readonly DeliverableObject[];

  @Field(() => [TaskTransitionObject], { description: 'The first one first.' })
  activity!: readonly TaskTransitionObject[];

  @Field(() => [CourtStayObject])
  courts!: readonly CourtStayObject[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it has been in the present court.' })
  inCourtSince!: string | null;
}
