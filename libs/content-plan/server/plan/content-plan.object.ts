import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ChannelObject, ClientObject } from '@planerka/clients/server';
import type { RussianHoliday } from '@planerka/platform/domain';
import { DateScalar, graphqlEnum, MonthScalar } from '@planerka/platform/server';
import { CampaignRefObject, ContentItemObject } from '../item/content-item.object';
import { RubricObject } from '../rubric/rubric.object';

@ObjectType('RubricShare', { description: 'How much of the month a rubric takes, beside what it should.' })
export class RubricShareObject {
  @Field(() => ID)
  rubricId!: string;

  @Field(() => Int, { description: 'Items of the month.' })
  count!: number;

  @Field(() => Int, { description: 'Percent of the items that have a rubric.' })
  share!: number;

  @Field(() => Int, { description: 'Percent.' })
  targetShare!: number;

  @Field(() => Int, { description: 'Items to add, or to take where it is negative.' })
  missing!: number;
}

export const CollisionKindEnum = graphqlEnum('CollisionKind', ['same_topic', 'same_time']);

@ObjectType('PlanCollision', { description: 'Two publications that take attention from each other.' })
export class PlanCollisionObject {
  @Field(() => CollisionKindEnum, {
    description: 'SAME_TOPIC: one title twice on a day. SAME_TIME: one channel within an hour.',
  })
  kind!: 'same_topic' | 'same_time';

  @Field(() => DateScalar)
  date!: string;

  @Field(() => [ID])
  itemIds!: readonly string[];
}

@ObjectType('ChannelPace', { description: 'What the month has for a channel beside what was agreed for it.' })
export class ChannelPaceObject {
  @Field(() => ID)
  channelId!: string;

  @Field(() => Int, { description: 'Items of the month.' })
  count!: number;

  @Field(() => Int, { nullable: true, description: 'So many a month were agreed; null where nothing was.' })
  agreed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Items to add, or past what was agreed where it is negative.' })
  missing!: number | null;
}

export const planDateKinds = ['holiday', 'occasion', 'away'] as const;
export const PlanDateKindEnum = graphqlEnum(
  'PlanDateKind',
  planDateKinds,
  'HOLIDAY: of the country. OCCASION, AWAY: of the client: worth a publication; nobody there answers.',
);

@ObjectType('PlanDate', { description: 'A day, or some, that whoever plans should know of.' })
export class PlanDateObject {
  @Field(() => PlanDateKindEnum)
  kind!: (typeof planDateKinds)[number];

  @Field(() => String, { nullable: true, description: 'Which of the country’s holidays: "new_year".' })
  holiday!: RussianHoliday | null;

  @Field(() => String, { nullable: true, description: 'As the client’s manager called it; null for a holiday.' })
  title!: string | null;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day, included.' })
  endsOn!: string;
}

@ObjectType('ContentPlan', { description: 'A month of one client, or of all clients that the viewer serves.' })
export class ContentPlanObject {
  @Field(() => MonthScalar)
  month!: string;

  @Field(() => DateScalar, { description: 'Today where the agency is.' })
  today!: string;

  @Field(() => ClientObject, { nullable: true, description: 'Null for the month of all clients.' })
  client!: ClientObject | null;

  @Field(() => [ContentItemObject], { description: 'By time; whole weeks, so also of the days around the month.' })
  items!: readonly ContentItemObject[];

  @Field(() => Int, { description: 'Items of the month itself.' })
  itemCount!: number;

  @Field(() => Int, { nullable: true, description: 'How many the client’s retainer includes a month.' })
  includedItems!: number | null;

  @Field(() => [RubricObject])
  rubrics!: readonly RubricObject[];

  @Field(() => [ChannelObject], { description: 'Channels that may be planned for.' })
  channels!: readonly ChannelObject[];

  @Field(() => [CampaignRefObject], { description: 'Campaigns that are not closed.' })
  campaigns!: readonly CampaignRefObject[];

  @Field(() => [RubricShareObject])
  mix!: readonly RubricShareObject[];

  @Field(() => [ChannelPaceObject], { description: 'Of channels that may be planned for, in their order.' })
  channelPace!: readonly ChannelPaceObject[];

  @Field(() => [PlanDateObject], {
    description: 'Holidays and the client’s important dates of the shown weeks, by their first days.',
  })
  dates!: readonly PlanDateObject[];

  @Field({ description: 'The decree on moved days off of this year is known: till then they are those of the law.' })
  areDaysOffDecreed!: boolean;

  @Field(() => [DateScalar], { description: 'Working days from today on without a publication; of one client only.' })
  emptyDays!: readonly string[];

  @Field(() => [DateScalar], { description: 'Days of the shown weeks, weekends apart, on which nobody works.' })
  daysOff!: readonly string[];

  @Field(() => [PlanCollisionObject])
  collisions!: readonly PlanCollisionObject[];

  @Field()
  viewerCanEdit!: boolean;

  @Field()
  viewerCanExport!: boolean;
}
