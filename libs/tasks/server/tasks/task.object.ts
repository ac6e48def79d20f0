import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AbsenceKind, Discipline } from '@planerka/agency/domain';
import { AbsenceKindEnum, DisciplineEnum } from '@planerka/agency/server';
import { BudgetCategoryEnum } from '@planerka/budgets/server';
import type { BudgetCategory } from '@planerka/budgets/domain';
import { connectionOf, DateScalar, DateTimeScalar, MoneyObject } from '@planerka/platform/server';
import type { OfferedAction, TaskState } from '@planerka/tasks/domain';
import { TaskDetailsObject } from './task-details.object';
import { TaskRiskObject } from './task-risk';
import { CourtEnum, TaskActionEnum, TaskStateEnum } from './task-enums';

@ObjectType('TaskPerson', { description: 'A member as a task shows them.' })
export class TaskPersonObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('TaskClient')
export class TaskClientObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('TaskCampaign')
export class TaskCampaignObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('TaskChannel')
export class TaskChannelObject {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'A network of the clients’ domain: "vk".' })
  network!: string;

  @Field()
  title!: string;
}

@ObjectType('TaskItem', { description: 'The publication that a task works for.' })
export class TaskItemObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  format!: string;

  @Field()
  idea!: string;

  @Field(() => DateTimeScalar)
  publishAt!: string;

  @Field(() => String, { nullable: true })
  rubric!: string | null;

  @Field(() => [TaskChannelObject])
  channels!: readonly TaskChannelObject[];
}

@ObjectType('TaskLink', { description: 'A task before or after this one.' })
export class TaskLinkObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => TaskStateEnum)
  state!: TaskState;
}

@ObjectType('TaskBudgetLine', { description: 'Where the fee comes from, for those who may see budgets.' })
export class TaskBudgetLineObject {
  @Field(() => ID)
  id!: string;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field({ description: '"2026-12".' })
  month!: string;

  @Field()
  isHard!: boolean;

  @Field(() => MoneyObject)
  planned!: MoneyObject;

  @Field(() => MoneyObject)
  spent!: MoneyObject;

  @Field(() => MoneyObject)
  payable!: MoneyObject;

  @Field(() => MoneyObject)
  committed!: MoneyObject;

  @Field(() => MoneyObject)
  available!: MoneyObject;
}

@ObjectType('TaskOffer', { description: 'What the viewer may do with a task now.' })
export class TaskOfferObject {
  @Field(() => TaskActionEnum)
  action!: OfferedAction;

  @Field({ description: 'The one filled button.' })
  isPrimary!: boolean;

  @Field(() => TaskStateEnum, { nullable: true, description: 'Where it leads; null: nowhere.' })
  to!: TaskState | null;

  @Field(() => Int, { nullable: true, description: 'The number on the button: open comments or questions.' })
  count!: number | null;
}

@ObjectType('Task', { description: 'One piece of work for one specialist.' })
export class TaskObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => CourtEnum)
  court!: string;

  @Field(() => DateTimeScalar, { description: 'When it came into its present state.' })
  stateSince!: string;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field()
  isOverdue!: boolean;

  @Field({ description: 'A question to the manager is open.' })
  isBlocked!: boolean;

  @Field(() => TaskRiskObject, { nullable: true })
  risk!: TaskRiskObject | null;

  @Field(() => Int, { nullable: true })
  estimatedMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of everybody, running timers not counted; null to whom it is no concern.',
  })
  spentMinutes!: number | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Null to whom it is no concern.' })
  fee!: MoneyObject | null;

  @Field(() => MoneyObject, { nullable: true, description: 'What of the fee stands promised in the budget.' })
  committed!: MoneyObject | null;

  @Field()
  wantsClientApproval!: boolean;

  @Field(() => Int, { description: 'Returns from the client so far.' })
  rounds!: number;

  @Field(() => Int)
  includedRounds!: number;

  @Field(() => Int, { description: 'The last issued version of the brief; 0 before the first.' })
  briefNumber!: number;

  @Field(() => Int, { description: 'The last submitted version of the work; 0 before the first.' })
  deliverableNumber!: number;

  @Field(() => Int)
  openQuestions!: number;

  @Field(() => Int, { description: 'Unresolved internal comments on the last version.' })
  openComments!: number;

  @Field(() => Int)
  criteriaCount!: number;

  @Field(() => Int)
  criteriaMet!: number;

  @Field(() => String, { nullable: true })
  declineReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  issuedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  acceptedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  submittedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  doneAt!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => TaskClientObject)
  client!: TaskClientObject;

  @Field(() => TaskCampaignObject, { nullable: true })
  campaign!: TaskCampaignObject | null;

  @Field(() => TaskItemObject, { nullable: true })
  item!: TaskItemObject | null;

  @Field(() => TaskPersonObject, { nullable: true })
  assignee!: TaskPersonObject | null;

  @Field(() => TaskPersonObject, { nullable: true, description: 'Who wrote the brief and reviews the work.' })
  manager!: TaskPersonObject | null;

  @Field(() => [TaskLinkObject], { description: 'It may be accepted only after these are done.' })
  predecessors!: readonly TaskLinkObject[];

  @Field(() => [TaskLinkObject])
  successors!: readonly TaskLinkObject[];

  @Field(() => TaskBudgetLineObject, { nullable: true })
  budgetLine!: TaskBudgetLineObject | null;

  @Field(() => [TaskOfferObject], { description: 'The next step first.' })
  availableActions!: readonly TaskOfferObject[];

  @Field()
  viewerIsAssignee!: boolean;

  @Field({ description: 'Write the brief: while the work has not been handed in.' })
  viewerCanEdit!: boolean;

  @Field({ description: 'Tick criteria, ask for changes, pass on.' })
  viewerCanReview!: boolean;

  @Field()
  viewerCanAsk!: boolean;

  @Field()
  viewerCanAnswer!: boolean;

  @Field(() => Int)
  version!: number;

  @Field(() => TaskDetailsObject, { description: 'What its own page shows besides.' })
  details!: TaskDetailsObject;
}

@ObjectType()
export class TaskConnection extends connectionOf(TaskObject) {}

@ObjectType('TaskColumn', { description: 'One state of the board: how many there are, and the first of them.' })
export class TaskColumnObject {
  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => Int)
  count!: number;

  @Field(() => [TaskObject])
  nodes!: readonly TaskObject[];

  @Field(() => String, { nullable: true, description: 'For `tasks(states: [state], order, after)`; null at the end.' })
  endCursor!: string | null;
}

@ObjectType('TaskCampaignOption')
export class TaskCampaignOptionObject extends TaskCampaignObject {
  @Field(() => ID)
  clientId!: string;
}

@ObjectType('TaskPersonOption')
export class TaskPersonOptionObject extends TaskPersonObject {
  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that they are away, where they are away today.',
  })
  awayUntil!: string | null;

  @Field(() => AbsenceKindEnum, { nullable: true })
  awayKind!: AbsenceKind | null;
}

@ObjectType('TaskOptions', { description: 'What filters and the form of a new task choose from.' })
export class TaskOptionsObject {
  @Field(() => [TaskClientObject])
  clients!: readonly TaskClientObject[];

  @Field(() => [TaskCampaignOptionObject])
  campaigns!: readonly TaskCampaignOptionObject[];

  @Field(() => [TaskPersonOptionObject])
  people!: readonly TaskPersonOptionObject[];
}
