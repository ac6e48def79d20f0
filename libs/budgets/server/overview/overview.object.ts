import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BudgetCategory } from '@planerka/budgets/domain';
import { DateScalar, graphqlEnum, MoneyObject, MonthScalar } from '@planerka/platform/server';
import { BudgetFiguresObject, BudgetRevisionObject } from '../budget/budget.object';
import { BudgetCategoryEnum } from '../ledger/budget-exceeded.object';
import { PayoutObject } from '../payouts/payout.object';

export const riskKinds = ['overdrawn', 'ads_run_out', 'paid_round', 'silent_client'] as const;
export type RiskKind = (typeof riskKinds)[number];
export const RiskKindEnum = graphqlEnum('OverviewRiskKind', riskKinds);

@ObjectType('MarginFigures')
export class MarginFiguresObject {
  @Field(() => MoneyObject, { description: 'Retainers of the period.' })
  revenue!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Fees committed, owed and paid, and expenses; not the clients’ ad spend.' })
  cost!: MoneyObject;

  @Field(() => MoneyObject)
  profit!: MoneyObject;

  @Field(() => Float, { nullable: true, description: 'Profit of revenue; null without revenue.' })
  percent!: number | null;
}

@ObjectType('MonthMargin')
export class MonthMarginObject {
  @Field(() => MonthScalar)
  month!: string;

  @Field(() => MarginFiguresObject)
  margin!: MarginFiguresObject;
}

@ObjectType('OverviewRisk')
export class OverviewRiskObject {
  @Field(() => RiskKindEnum)
  kind!: RiskKind;

  @Field(() => BudgetCategoryEnum, { nullable: true, description: 'Of what is overdrawn.' })
  category!: BudgetCategory | null;

  @Field(() => DateScalar, { nullable: true, description: 'When advertising will have run out.' })
  day!: string | null;

  @Field(() => Int, { nullable: true, description: 'The round, or the days of silence.' })
  count!: number | null;

  @Field(() => Int, { nullable: true, description: 'The rounds that are included.' })
  of!: number | null;
}

@ObjectType('OverviewClient')
export class OverviewClientObject {
  @Field(() => ID)
  clientId!: string;

  @Field()
  name!: string;

  @Field(() => ID)
  squadId!: string;

  @Field({ description: 'Who leads the squad that serves it.' })
  managerName!: string;

  @Field(() => MarginFiguresObject)
  margin!: MarginFiguresObject;

  @Field(() => BudgetFiguresObject, { description: 'Of its open campaigns together.' })
  figures!: BudgetFiguresObject;

  @Field(() => ID, { nullable: true, description: 'The open campaign with the largest budget.' })
  campaignId!: string | null;

  @Field(() => [OverviewRiskObject], { description: 'The gravest first.' })
  risks!: readonly OverviewRiskObject[];
}

@ObjectType('SquadLoad')
export class SquadLoadObject {
  @Field(() => ID)
  squadId!: string;

  @Field()
  squadName!: string;

  @Field(() => ID, { nullable: true })
  leadId!: string | null;

  @Field(() => String, { nullable: true })
  leadName!: string | null;

  @Field(() => Int, { description: 'Estimated time of open work that is due by the end of this week.' })
  plannedMinutes!: number;

  @Field(() => Int, { description: 'What the squad’s people can give in a week.' })
  capacityMinutes!: number;

  @Field(() => Int)
  clientCount!: number;
}

@ObjectType('Overview', {
  description: 'The agency’s month (or quarter) as its owner sees it. Null for everyone else.',
})
export class OverviewObject {
  @Field(() => MonthScalar)
  month!: string;

  @Field()
  isQuarter!: boolean;

  @Field(() => DateScalar)
  today!: string;

  @Field({ description: 'The period runs still, so its cost is what is known of it so far.' })
  isCurrent!: boolean;

  @Field(() => MarginFiguresObject)
  margin!: MarginFiguresObject;

  @Field(() => Float, { nullable: true, description: 'Wanted margin, percent of revenue.' })
  goal!: number | null;

  @Field(() => Float, { nullable: true, description: 'Percentage points: −5 is five below the goal.' })
  againstGoal!: number | null;

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'Profit that is lacking to the goal; null where it is reached.',
  })
  missingToGoal!: MoneyObject | null;

  @Field(() => Float, { nullable: true, description: 'Against the period before, percent.' })
  revenueChange!: number | null;

  @Field(() => Float, { nullable: true })
  costChange!: number | null;

  @Field(() => [MonthMarginObject], { description: 'Seven months up to this one.' })
  months!: readonly MonthMarginObject[];

  @Field(() => [OverviewClientObject], { description: 'The smallest margin first.' })
  clients!: readonly OverviewClientObject[];

  @Field(() => MoneyObject, { description: 'Left in open campaigns of all clients.' })
  available!: MoneyObject;

  @Field(() => Int, { description: 'Clients kept in another currency: they are listed, and in no total.' })
  otherCurrencyClients!: number;

  @Field(() => [BudgetRevisionObject], { description: 'Requests that wait for the owner, the oldest first.' })
  requests!: readonly BudgetRevisionObject[];

  @Field(() => [PayoutObject], { description: 'Prepared payouts that wait for approval.' })
  payouts!: readonly PayoutObject[];

  @Field(() => [SquadLoadObject])
  squads!: readonly SquadLoadObject[];
}
