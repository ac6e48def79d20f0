import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { revisionStates, type BudgetCategory, type RevisionState } from '@planerka/budgets/domain';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  graphqlEnum,
  MoneyObject,
  MonthScalar,
} from '@planerka/platform/server';
import { BudgetCategoryEnum } from '../ledger/budget-exceeded.object';

export const RevisionStateEnum = graphqlEnum('BudgetRevisionState', revisionStates);

@ObjectType('BudgetFigures', { description: 'planned = spent + payable + committed + available, always.' })
export class BudgetFiguresObject {
  @Field(() => MoneyObject)
  planned!: MoneyObject;

  @Field(() => MoneyObject)
  spent!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Owed for accepted work.' })
  payable!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Promised for work in progress.' })
  committed!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Negative where a soft line is overdrawn.' })
  available!: MoneyObject;

  @Field(() => Float, {
    nullable: true,
    description: 'Spent, payable and committed of the plan, percent; null without a plan.',
  })
  usedPercent!: number | null;
}

@ObjectType('BudgetLine', { description: 'A campaign’s money for one category and month.' })
export class BudgetLineObject {
  @Field(() => ID)
  id!: string;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MonthScalar)
  month!: string;

  @Field({ description: 'Never below zero. A soft line warns instead.' })
  isHard!: boolean;

  @Field(() => BudgetFiguresObject)
  figures!: BudgetFiguresObject;

  @Field(() => Int, {
    nullable: true,
    description: '80 or 100: the highest part of the plan, percent, that is used up.',
  })
  threshold!: number | null;

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'What open requests would add; negative where they take away.',
  })
  pendingChange!: MoneyObject | null;

  @Field(() => Int)
  version!: number;

  @Field()
  viewerCanEdit!: boolean;
}

@ObjectType('BudgetRevisionLine')
export class BudgetRevisionLineObject {
  @Field(() => ID)
  lineId!: string;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MonthScalar)
  month!: string;

  @Field(() => MoneyObject, { description: 'The total when it was asked.' })
  previous!: MoneyObject;

  @Field(() => MoneyObject)
  newTotal!: MoneyObject;

  @Field(() => MoneyObject, { description: 'newTotal less previous.' })
  change!: MoneyObject;
}

@ObjectType('BudgetRevision', {
  description: 'A request to change approved sums. Until it is decided, the approved sums stand.',
})
export class BudgetRevisionObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  campaignId!: string;

  @Field()
  campaignName!: string;

  @Field()
  clientName!: string;

  @Field(() => RevisionStateEnum)
  state!: RevisionState;

  @Field()
  reason!: string;

  @Field(() => ID)
  requestedById!: string;

  @Field()
  requestedByName!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: string;

  @Field(() => String, { nullable: true })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Field({ description: 'Why it was refused, or what the owner added to their yes.' })
  decisionNote!: string;

  @Field(() => [BudgetRevisionLineObject])
  lines!: readonly BudgetRevisionLineObject[];

  @Field(() => MoneyObject, { description: 'The campaign’s approved sum without it.' })
  plannedBefore!: MoneyObject;

  @Field(() => MoneyObject)
  plannedAfter!: MoneyObject;

  @Field(() => Int)
  version!: number;

  @Field(() => [String], { description: '"approve", "refuse", "withdraw", "remind"; the first is the primary one.' })
  availableActions!: readonly string[];
}

@ObjectType('AdSpendDay')
export class AdSpendDayObject {
  @Field(() => DateScalar)
  day!: string;

  @Field(() => MoneyObject)
  amount!: MoneyObject;

  @Field(() => MoneyObject, { description: 'From the first day up to this one.' })
  total!: MoneyObject;
}

@ObjectType('AdSpendPace', { description: 'How the advertising line of a month is spent, and where that leads.' })
export class AdSpendPaceObject {
  @Field(() => ID)
  lineId!: string;

  @Field(() => MonthScalar)
  month!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;

  @Field(() => DateScalar, { description: 'Up to where it is fact: today, or the end of the period.' })
  factUntil!: string;

  @Field(() => MoneyObject)
  limit!: MoneyObject;

  @Field(() => MoneyObject)
  spent!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Spent per day so far.' })
  perDay!: MoneyObject;

  @Field(() => [AdSpendDayObject])
  days!: readonly AdSpendDayObject[];

  @Field(() => MoneyObject, { description: 'At the end of the period, if it goes on like this.' })
  expected!: MoneyObject;

  @Field(() => MoneyObject, { description: 'What will be lacking; zero where it suffices.' })
  shortage!: MoneyObject;

  @Field(() => DateScalar, { nullable: true, description: 'The day in whose course the limit is reached.' })
  runsOutOn!: string | null;
}

@ObjectType('Budget', {
  description: 'The money of one campaign; its id is the campaign’s. A targetologist sees the advertising line alone.',
})
export class BudgetObject {
  @Field(() => ID)
  id!: string;

  @Field()
  campaignName!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;

  @Field()
  isClosed!: boolean;

  @Field({ description: 'ISO 4217: the client’s.' })
  currency!: string;

  @Field(() => BudgetFiguresObject)
  figures!: BudgetFiguresObject;

  @Field(() => [BudgetLineObject], { description: 'By month, the latest first; then in the order of categories.' })
  lines!: readonly BudgetLineObject[];

  @Field(() => [BudgetRevisionObject], { description: 'Open requests first, then the latest decided ones.' })
  revisions!: readonly BudgetRevisionObject[];

  @Field(() => AdSpendPaceObject, { nullable: true })
  adSpendPace!: AdSpendPaceObject | null;

  @Field(() => [String], { description: 'Owners, who decide on requests.' })
  deciderNames!: readonly string[];

  @Field()
  viewerCanRequest!: boolean;

  @Field({ description: 'Decides: their own revision stands at once.' })
  viewerCanDecide!: boolean;

  @Field()
  viewerCanEnterAdSpend!: boolean;
}

@ObjectType()
export class BudgetConnection extends connectionOf(BudgetObject) {}
