import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { BudgetCategory } from '@planerka/budgets/domain';
import { BudgetCategoryEnum } from '@planerka/budgets/server';
import { rolledBecauses, type ItemFormat, type RolledBecause } from '@planerka/content-plan/domain';
import type { Id, PlainDate, PlainYearMonth } from '@planerka/platform/domain';
import {
  commonErrors,
  DateScalar,
  graphqlEnum,
  IllegalTransition,
  MoneyObject,
  MonthScalar,
  resultUnion,
} from '@planerka/platform/server';
import { CampaignRefObject, ItemFormatEnum } from '../item/content-item.object';

export const RolledBecauseEnum = graphqlEnum(
  'RolledBecause',
  rolledBecauses,
  'Why it is not on the same weekday of the same week: there is no fifth one, it is a day off, the campaign’s period.',
);

@ObjectType('RolledTask')
export class RolledTaskObject {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => DateScalar, { nullable: true, description: 'Moved with the publication by working days.' })
  dueOn!: string | null;
}

@ObjectType('RolledItem', { description: 'A publication of the month, as the other month would have it.' })
export class RolledItemObject {
  @Field(() => ID, { description: 'The one that is repeated.' })
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field(() => Int, { nullable: true })
  rubricColour!: number | null;

  @Field(() => DateScalar)
  wasOn!: string;

  @Field(() => DateScalar)
  publishOn!: string;

  @Field({ description: '"12:00"' })
  publishTime!: string;

  @Field(() => RolledBecauseEnum, { nullable: true })
  because!: RolledBecause | null;

  @Field(() => CampaignRefObject, { nullable: true })
  campaign!: CampaignRefObject | null;

  @Field({ description: 'Its campaign is over by then.' })
  losesCampaign!: boolean;

  @Field(() => ID, { nullable: true, description: 'It has been repeated in that month already.' })
  existingItemId!: string | null;

  @Field({ description: 'Its series makes turns in that month by itself: it is not repeated once more.' })
  isRepeated!: boolean;

  @Field(() => [RolledTaskObject])
  tasks!: readonly RolledTaskObject[];
}

@ObjectType('RolledLine')
export class RolledLineObject {
  @Field(() => CampaignRefObject)
  campaign!: CampaignRefObject;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MoneyObject)
  amount!: MoneyObject;
}

@ObjectType('PlanRollOver', { description: 'A month of a plan once more in another month, before it is made.' })
export class PlanRollOverObject {
  @Field(() => [RolledItemObject], { description: 'By time.' })
  items!: readonly RolledItemObject[];

  @Field(() => [CampaignRefObject], { description: 'Those that run in the month that is made.' })
  campaigns!: readonly CampaignRefObject[];

  @Field(() => [RolledLineObject], { description: 'Sums of the budget that the month does not have yet.' })
  lines!: readonly RolledLineObject[];

  @Field(() => [Int], { description: 'Years that were reckoned with whose moved days off are not known yet.' })
  undecreedYears!: readonly number[];
}

@InputType()
export class RollOverItemInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => DateScalar, { description: 'A day of the month that is made.' })
  publishOn!: PlainDate;

  @Field(() => String, { nullable: true, description: '"12:00"; its own time where it is left out.' })
  publishTime?: string | null;
}

@InputType()
export class RollOverPlanInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => MonthScalar)
  from!: PlainYearMonth;

  @Field(() => MonthScalar)
  to!: PlainYearMonth;

  @Field(() => ID, { nullable: true, description: 'Takes the place of campaigns that are over by then.' })
  campaignId?: string | null;

  @Field(() => [RollOverItemInput])
  items!: readonly RollOverItemInput[];

  @Field({ defaultValue: true, description: 'Their tasks, too, as drafts with the same briefs.' })
  withTasks!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Asks for the budget’s sums, too, with this reason; an owner’s request stands at once.',
  })
  budgetReason?: string | null;
}

@InputType()
export class UndoRollOverInput {
  @Field(() => [ID])
  itemIds!: readonly string[];

  @Field(() => [ID], { defaultValue: [] })
  revisionIds!: readonly string[];
}

@ObjectType()
export class RollOverPlanSuccess {
  @Field(() => [ID])
  itemIds!: readonly Id[];

  @Field(() => Int)
  taskCount!: number;

  @Field(() => [ID], { description: 'Requests for the budget’s sums.' })
  revisionIds!: readonly Id[];
}

@ObjectType()
export class UndoRollOverSuccess {
  @Field(() => [ID])
  itemIds!: readonly Id[];
}

const failures = [...commonErrors, IllegalTransition] as const;

export const RollOverPlanResult = resultUnion('RollOverPlanResult', [RollOverPlanSuccess, ...failures]);
export const UndoRollOverResult = resultUnion('UndoRollOverResult', [UndoRollOverSuccess, ...failures]);
