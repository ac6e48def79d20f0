import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { Instant } from '@planerka/platform/domain';
import { DateScalar, DateTimeScalar, graphqlEnum, MoneyObject } from '@planerka/platform/server';
import { rescheduleBreaks, spanStarts, type TaskState } from '@planerka/tasks/domain';
import { FindingObject } from '../tasks/task-details.object';
import { TaskStateEnum } from '../tasks/task-enums';
import { TaskClientObject, TaskPersonObject } from '../tasks/task.object';
import { TaskRiskObject } from '../tasks/task-risk';
import { PlannedPersonObject } from '../workload/planned-person.object';

const SpanStartEnum = graphqlEnum('SpanStart', spanStarts, 'What the first day of a task on a timeline follows from.');
const RescheduleWayEnum = graphqlEnum('RescheduleWay', ['at_once', 'by_revision']);
const RescheduleBreakEnum = graphqlEnum('RescheduleBreakKind', rescheduleBreaks);

@ObjectType('TimelinePerson', { description: 'Hours of one person by day, as the workload has them by week.' })
export class TimelinePersonObject extends PlannedPersonObject {
  @Field(() => ID)
  memberId!: string;

  @Field(() => [Int], { description: 'A number a day of the window. Of days that are past, nothing is planned.' })
  plannedMinutes!: readonly number[];

  @Field(() => [Int], { description: 'What they can give, a number a day of the window.' })
  capacityMinutes!: readonly number[];

  @Field(() => Int, { description: 'Of what is planned in the window: for clients whom the viewer does not serve.' })
  elsewhereMinutes!: number;
}

@ObjectType('TimelineLink', { description: 'A task before another one, whether or not it stands on the timeline.' })
export class TimelineLinkObject {
  @Field(() => ID)
  taskId!: string;

  @Field()
  title!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
}

@ObjectType('TimelineThing', { description: 'A campaign or a publication, by its name.' })
export class TimelineThingObject {
  @Field(() => ID)
  thingId!: string;

  @Field()
  name!: string;
}

@ObjectType('TimelineTask', { description: 'A task over days.' })
export class TimelineTaskObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => TaskClientObject)
  client!: TaskClientObject;

  @Field(() => TimelineThingObject, { nullable: true })
  campaign!: TimelineThingObject | null;

  @Field(() => TimelineThingObject, { nullable: true })
  item!: TimelineThingObject | null;

  @Field(() => TaskPersonObject, { nullable: true })
  assignee!: TaskPersonObject | null;

  @Field(() => DateScalar, { nullable: true, description: 'Null where it has no due day, and so stands on none.' })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true })
  endsOn!: string | null;

  @Field(() => SpanStartEnum, { nullable: true })
  start!: (typeof spanStarts)[number] | null;

  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a revision that waits for the assignee’s word.' })
  proposedDueOn!: string | null;

  @Field(() => Int, { nullable: true })
  estimatedMinutes!: number | null;

  @Field(() => Int)
  spentMinutes!: number;

  @Field({ description: 'A question to the manager is open.' })
  isBlocked!: boolean;

  @Field({ description: 'What it begins after is due later than it is itself.' })
  isBroken!: boolean;

  @Field(() => TaskRiskObject, { nullable: true })
  risk!: TaskRiskObject | null;

  @Field(() => [TimelineLinkObject], { description: 'What it begins after.' })
  before!: readonly TimelineLinkObject[];

  @Field(() => RescheduleWayEnum, {
    nullable: true,
    description: 'How the viewer may move its due day; null: not at all.',
  })
  way!: 'at_once' | 'by_revision' | null;

  @Field({ description: 'The viewer may give it to somebody else of its discipline.' })
  canHandOver!: boolean;

  @Field(() => Int)
  version!: number;
}

@ObjectType('TaskTimeline', { description: 'Tasks over the days of a window, and the hours of those who do them.' })
export class TaskTimelineObject {
  @Field(() => DateScalar)
  today!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => [DateScalar], { description: 'Days of the window on which nobody works.' })
  daysOff!: readonly string[];

  @Field(() => [Int], { description: 'Years of the window whose moved days off are not decreed yet.' })
  undecreedYears!: readonly number[];

  @Field(() => [TimelinePersonObject])
  people!: readonly TimelinePersonObject[];

  @Field(() => [TimelineTaskObject], { description: 'The earliest due first.' })
  tasks!: readonly TimelineTaskObject[];

  @Field(() => [TimelineTaskObject], { description: 'Open tasks without a due day; on the first page only.' })
  undated!: readonly TimelineTaskObject[];

  @Field(() => String, { nullable: true, description: 'For `after`; null at the end.' })
  endCursor!: string | null;
}

@ObjectType('RescheduleBreak', { description: 'Something that another due day would not agree with.' })
export class RescheduleBreakObject {
  @Field(() => RescheduleBreakEnum)
  kind!: (typeof rescheduleBreaks)[number];

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => DateScalar, { nullable: true })
  on!: string | null;
}

@ObjectType('TaskReschedule', { description: 'What another due day would do, before anything is done.' })
export class TaskRescheduleObject {
  @Field(() => ID)
  taskId!: string;

  @Field(() => RescheduleWayEnum, { nullable: true, description: 'Null where it cannot be moved any more.' })
  way!: 'at_once' | 'by_revision' | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;

  @Field(() => DateTimeScalar, { description: 'The new moment: at the same time of the day.' })
  newDueAt!: Instant;

  @Field({ description: 'Somebody works by the old day, which stands until they accept the new one.' })
  isAccepted!: boolean;

  @Field(() => MoneyObject, { nullable: true, description: 'Stays what it is; null where it is not for these eyes.' })
  fee!: MoneyObject | null;

  @Field(() => String, {
    nullable: true,
    description: 'The month whose budget pays from then on, "2027-01"; null where it is the same.',
  })
  budgetMonth!: string | null;

  @Field(() => [FindingObject], { description: 'What keeps the revision from being issued with that day.' })
  findings!: readonly FindingObject[];

  @Field({ description: 'The working draft of the brief has other changes, which would be issued with it.' })
  hasUnissuedChanges!: boolean;

  @Field(() => [RescheduleBreakObject])
  breaks!: readonly RescheduleBreakObject[];

  @Field(() => Int)
  version!: number;
}

@InputType()
export class RescheduleTaskInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: without a due day, as only a draft can be.' })
  dueAt?: Instant | null;

  @Field({ defaultValue: '', description: 'Why, for whoever has to accept the revision.' })
  reason!: string;
}
