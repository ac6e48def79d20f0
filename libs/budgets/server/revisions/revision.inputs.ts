import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { BudgetCategory } from '@planerka/budgets/domain';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { MoneyInput, MonthScalar } from '@planerka/platform/server';
import { BudgetCategoryEnum } from '../ledger/budget-exceeded.object';

@InputType()
export class BudgetRevisionLineInput {
  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For a line that is not there yet; an existing one keeps its own.',
  })
  isHard?: boolean | null;

  @Field(() => MoneyInput)
  newTotal!: MoneyInput;
}

@InputType()
export class RequestBudgetRevisionInput {
  @Field(() => ID)
  campaignId!: string;

  @Field()
  reason!: string;

  @Field(() => [BudgetRevisionLineInput], { description: 'New totals. A transfer is two of them.' })
  lines!: BudgetRevisionLineInput[];
}

@InputType()
export class ApproveBudgetRevisionInput {
  @Field(() => ID)
  revisionId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class RefuseBudgetRevisionInput {
  @Field(() => ID)
  revisionId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  reason!: string;
}

@InputType()
export class WithdrawBudgetRevisionInput {
  @Field(() => ID)
  revisionId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class UpdateBudgetLineInput {
  @Field(() => ID)
  lineId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  isHard!: boolean;
}
