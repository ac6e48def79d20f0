import { Field, ID, InputType, Int, IntersectionType, ObjectType } from '@nestjs/graphql';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { dayOffChoices, type DayOffChoice, type RhythmKind } from '@planerka/content-plan/domain/series';
import { commonErrors, DateScalar, graphqlEnum, resultUnion } from '@planerka/platform/server';
import { ItemWordsInput } from '../item/content-item.inputs';
import { ItemFormatEnum } from '../item/content-item.object';
import { RhythmKindEnum, RhythmObject } from './series-ref.object';

export const SeriesDayOffEnum = graphqlEnum(
  'SeriesDayOff',
  dayOffChoices,
  'What a series does on a weekend or a holiday: LEAVE it there, NEXT working day, SKIP it.',
);

@ObjectType('PlanSeries', { description: 'A publication that repeats; its turns are ordinary publications.' })
export class PlanSeriesObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  idea!: string;

  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field({ description: '"12:00"' })
  publishTime!: string;

  @Field(() => [ID])
  channelIds!: readonly string[];

  @Field(() => ID, { nullable: true })
  rubricId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Turns belong to it while it runs.' })
  campaignId!: string | null;

  @Field()
  wantsClientApproval!: boolean;

  @Field(() => RhythmObject)
  rhythm!: RhythmObject;

  @Field({ description: 'The same as iCalendar writes it: "FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU,TH".' })
  rule!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, included.' })
  endsOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'It ends after so many turns.' })
  times!: number | null;

  @Field(() => SeriesDayOffEnum)
  onDayOff!: DayOffChoice;

  @Field(() => Int, { description: 'Tasks of each turn.' })
  taskCount!: number;

  @Field()
  isPaused!: boolean;

  @Field()
  isEnded!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The next turn that stands in the plan.' })
  nextOn!: string | null;

  @Field(() => Int)
  version!: number;
}

export const seriesDayOutcomes = ['made', 'follows', 'stays', 'deleted', 'day_off', 'later'] as const;
export const SeriesDayOutcomeEnum = graphqlEnum(
  'SeriesDayOutcome',
  seriesDayOutcomes,
  'MADE now. FOLLOWS: there, and as the series says. STAYS: there, changed by hand. DELETED by hand, does not come back. DAY_OFF: left out. LATER: made when its month comes near.',
);
export type SeriesDayOutcome = (typeof seriesDayOutcomes)[number];

@ObjectType('SeriesDay')
export class SeriesDayObject {
  @Field(() => DateScalar, { description: 'As the rhythm says.' })
  on!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Where it comes to stand; null where it does not.' })
  publishOn!: string | null;

  @Field(() => SeriesDayOutcomeEnum)
  outcome!: SeriesDayOutcome;
}

@ObjectType('PlanSeriesPreview', { description: 'What a series would do to the plan, before it is saved.' })
export class PlanSeriesPreviewObject {
  @Field(() => [SeriesDayObject], { description: 'From today on; of those that are made later the first few.' })
  days!: readonly SeriesDayObject[];

  @Field(() => [DateScalar], { description: 'Turns that leave the plan.' })
  withdrawn!: readonly string[];

  @Field(() => DateScalar, { description: 'Turns stand in the plan up to this day.' })
  until!: string;
}

@InputType()
export class RhythmInput {
  @Field(() => RhythmKindEnum)
  kind!: RhythmKind;

  @Field(() => Int, { defaultValue: 1 })
  interval!: number;

  @Field(() => [Int], { defaultValue: [], description: '1 Monday … 7 Sunday.' })
  weekdays!: number[];

  @Field(() => Int, { nullable: true })
  monthDay?: number | null;

  @Field(() => Int, { nullable: true })
  nth?: number | null;
}

@InputType({ isAbstract: true })
class SeriesRuleInput {
  @Field(() => RhythmInput)
  rhythm!: RhythmInput;

  @Field({ description: '"2026-12-08"' })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'The last day; else `times`, else it goes on.' })
  endsOn?: string | null;

  @Field(() => Int, { nullable: true })
  times?: number | null;

  @Field(() => SeriesDayOffEnum, { defaultValue: 'leave' })
  onDayOff!: DayOffChoice;

  @Field({ description: '"12:00"' })
  publishTime!: string;
}

@InputType({ isAbstract: true })
abstract class SeriesFieldsInput extends IntersectionType(SeriesRuleInput, ItemWordsInput) {}

@InputType()
export class PlanSeriesPreviewInput extends SeriesRuleInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'The series that would be changed.' })
  seriesId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The publication that would be the first turn.' })
  itemId?: string | null;

  @Field({ defaultValue: false })
  keepsBefore!: boolean;
}

@InputType()
export class CreatePlanSeriesInput extends SeriesFieldsInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'This publication repeats: it becomes a turn, its work that of each.',
  })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The template of a publication whose work each turn gets.' })
  templateId?: string | null;

  @Field({ defaultValue: true, description: 'Drafts of that work with the same briefs.' })
  withTasks!: boolean;
}

@InputType()
export class ChangePlanSeriesInput extends SeriesFieldsInput {
  @Field(() => ID)
  seriesId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ defaultValue: false, description: 'Turns before `startsOn` stay as they stand: «this one and later».' })
  keepsBefore!: boolean;
}

@InputType()
export class PausePlanSeriesInput {
  @Field(() => ID)
  seriesId!: string;

  @Field({ defaultValue: true, description: 'False lets it go on.' })
  isPaused!: boolean;
}

@InputType()
export class EndPlanSeriesInput {
  @Field(() => ID)
  seriesId!: string;

  @Field({ defaultValue: true, description: 'False takes it back.' })
  isEnded!: boolean;
}

@ObjectType()
export class PlanSeriesSuccess {
  @Field(() => PlanSeriesObject)
  series!: PlanSeriesObject;

  @Field(() => Int, { description: 'Turns that have been made.' })
  made!: number;

  @Field(() => Int, { description: 'Turns that follow.' })
  changed!: number;

  @Field(() => Int, { description: 'Turns that have left the plan.' })
  withdrawn!: number;

  @Field(() => Int, { description: 'Turns that were changed by hand, and stay.' })
  stayed!: number;

  @Field(() => Int)
  tasks!: number;
}

export const PlanSeriesResult = resultUnion('PlanSeriesResult', [PlanSeriesSuccess, ...commonErrors]);
