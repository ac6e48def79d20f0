import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Instant, Money, PlainDate } from '@planerka/platform/domain';
import {
  commonErrors,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  IllegalTransition,
  MoneyInput,
  MoneyObject,
  resultUnion,
} from '@planerka/platform/server';
import { BudgetObject } from '../budget/budget.object';
import { BudgetExceededObject } from '../ledger/budget-exceeded.object';

@ObjectType('AdSpend', { description: 'What advertising cost on one day on one platform.' })
export class AdSpendObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  lineId!: string;

  @Field(() => DateScalar)
  day!: PlainDate;

  @Field({ description: '"VK Реклама", "Telegram Ads", …' })
  platform!: string;

  @Field()
  note!: string;

  @Field(() => MoneyObject)
  amount!: Money;

  @Field()
  enteredByName!: string;

  @Field(() => DateTimeScalar)
  enteredAt!: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Taken back by a reversing entry; it counts no more.' })
  reversedAt!: Instant | null;

  @Field()
  viewerCanReverse!: boolean;
}

@ObjectType()
export class AdSpendConnection extends connectionOf(AdSpendObject) {}

@InputType()
export class EnterAdSpendInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => DateScalar, { description: 'Its month chooses the line.' })
  day!: PlainDate;

  @Field()
  platform!: string;

  @Field(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class ReverseAdSpendInput {
  @Field(() => ID)
  adSpendId!: string;

  @Field()
  reason!: string;
}

@ObjectType()
export class ChangeAdSpendSuccess {
  @Field(() => AdSpendObject)
  adSpend!: AdSpendObject;

  @Field(() => BudgetObject)
  budget!: BudgetObject;
}

export const EnterAdSpendResult = resultUnion('EnterAdSpendResult', [
  ChangeAdSpendSuccess,
  IllegalTransition,
  BudgetExceededObject,
  ...commonErrors,
]);
export const ReverseAdSpendResult = resultUnion('ReverseAdSpendResult', [
  ChangeAdSpendSuccess,
  IllegalTransition,
  BudgetExceededObject,
  ...commonErrors,
]);
