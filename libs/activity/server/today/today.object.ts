import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, graphqlEnum, MonthScalar, MoneyObject } from '@planerka/platform/server';

/** In the order in which a person should look at them. */
export const todayKinds = [
  'accept',
  'returned',
  'work',
  'review',
  'to_send',
  'client_changes',
  'plan_changes',
  'plan_silent',
  'paid_round',
  'question',
  'declined',
  'revision',
  'payout',
  'left_behind',
  'money',
] as const;
export type TodayKind = (typeof todayKinds)[number];

export const TodayKindEnum = graphqlEnum('TodayKind', todayKinds, 'Why a thing waits for the viewer.');

@ObjectType('TodayRow', { description: 'One thing that waits for the viewer, with what is needed to see why.' })
export class TodayRowObject {
  @Field(() => ID)
  id!: string;

  @Field(() => TodayKindEnum)
  kind!: TodayKind;

  @Field({ description: 'The task, the question, the client’s words, the campaign.' })
  title!: string;

  @Field(() => ID, { nullable: true })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => ID, { nullable: true })
  campaignId!: string | null;

  @Field(() => String, { nullable: true, description: 'Who did what it waits after.' })
  person!: string | null;

  @Field(() => String, { nullable: true, description: 'Their reason, or the task a question is about.' })
  text!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it waits.' })
  since!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the work is due.' })
  dueAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the publication goes out.' })
  publishAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the deliverable.' })
  version!: number | null;

  @Field(() => Int, { nullable: true })
  round!: number | null;

  @Field(() => Int, { nullable: true })
  includedRounds!: number | null;

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'A fee, a price, or what is left: only what the viewer may see.',
  })
  amount!: MoneyObject | null;

  @Field(() => String, { nullable: true, description: 'Of a budget line: "design".' })
  category!: string | null;

  @Field(() => MonthScalar, { nullable: true })
  month!: string | null;

  @Field(() => Float, { nullable: true, description: 'How much of a budget line is taken, percent.' })
  percent!: number | null;

  @Field(() => Boolean, { nullable: true })
  isHard!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of payouts: how many people are to be paid. Of work left behind: how much it is.',
  })
  count!: number | null;

  @Field({ description: 'The viewer has to act; otherwise it waits for somebody they lead, or for the owner.' })
  isViewersTurn!: boolean;

  @Field({ description: 'Overdue, or not to be done in time without a decision now.' })
  isUrgent!: boolean;
}

@ObjectType('TodayDay', { description: 'One day of the week strip.' })
export class TodayDayObject {
  @Field(() => DateScalar)
  day!: string;

  @Field(() => Int)
  publications!: number;

  @Field(() => Int)
  published!: number;

  @Field(() => Int, { description: 'Publications that will not make it without a decision.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Open tasks due.' })
  tasksDue!: number;

  @Field(() => Int, { description: 'Answers asked of clients by this day.' })
  approvalsDue!: number;
}

@ObjectType('TodayLoad', { description: 'Work of one person due this week against the hours they have.' })
export class TodayLoadObject {
  @Field(() => ID)
  memberId!: string;

  @Field()
  name!: string;

  @Field(() => [String])
  disciplines!: readonly string[];

  @Field(() => Float, { description: 'Hours.' })
  planned!: number;

  @Field(() => Float, { description: 'Hours.' })
  capacity!: number;
}

@ObjectType('TodayNews', { description: 'What others did lately.' })
export class TodayNewsObject {
  @Field(() => ID)
  id!: string;

  @Field({ description: '"task.accepted"' })
  action!: string;

  @Field()
  actorName!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;
}

@ObjectType('Today')
export class TodayObject {
  @Field(() => ID, { description: 'The viewer’s member id: one Today per person.' })
  id!: string;

  @Field(() => DateScalar, { description: 'Today in the agency’s time zone.' })
  day!: string;

  @Field(() => [TodayRowObject])
  rows!: readonly TodayRowObject[];

  @Field(() => [TodayDayObject], { description: 'Monday to Sunday of this week.' })
  week!: readonly TodayDayObject[];

  @Field(() => [TodayLoadObject], { description: 'Of own squads; of oneself for a specialist.' })
  load!: readonly TodayLoadObject[];

  @Field(() => [TodayNewsObject], { description: 'Newest first; owners and managers only.' })
  news!: readonly TodayNewsObject[];
}

@ObjectType('AgencyStep', { description: 'A step towards an agency that works.' })
export class AgencyStepObject {
  @Field({ description: '"people", "rates", "squad", "client", "campaign", "budget", "item", "brief"' })
  key!: string;

  @Field()
  isDone!: boolean;
}
