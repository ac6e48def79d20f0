import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  ledgerAccounts,
  ledgerKinds,
  type BudgetCategory,
  type LedgerAccount,
  type LedgerKind,
} from '@planerka/budgets/domain';
import type { Instant, Money, PlainYearMonth } from '@planerka/platform/domain';
import { connectionOf, DateTimeScalar, graphqlEnum, MoneyObject, MonthScalar } from '@planerka/platform/server';
import { BudgetCategoryEnum } from '../ledger/budget-exceeded.object';

export const LedgerAccountEnum = graphqlEnum('LedgerAccount', ledgerAccounts);
export const LedgerKindEnum = graphqlEnum('LedgerKind', ledgerKinds);

@ObjectType('LedgerEntry', {
  description: 'One movement between two accounts of a line. Never changed, never deleted.',
})
export class LedgerEntryObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  lineId!: string;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => LedgerKindEnum)
  kind!: LedgerKind;

  @Field({
    description: 'A task’s title, a payout’s number, a platform, the reason of a change: what `kind` says of it.',
  })
  memo!: string;

  @Field(() => LedgerAccountEnum)
  from!: LedgerAccount;

  @Field(() => LedgerAccountEnum)
  to!: LedgerAccount;

  @Field(() => MoneyObject)
  amount!: Money;

  @Field(() => MoneyObject, { description: 'What was left available on the line after it.' })
  availableAfter!: Money;

  @Field()
  actorName!: string;

  @Field(() => DateTimeScalar)
  postedAt!: Instant;

  @Field(() => ID, { nullable: true, description: 'The work that caused it.' })
  taskId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The owner’s decision that caused it.' })
  revisionId!: string | null;

  @Field(() => ID, { nullable: true })
  payoutId!: string | null;

  @Field(() => ID, { nullable: true })
  adSpendId!: string | null;
}

@ObjectType()
export class LedgerEntryConnection extends connectionOf(LedgerEntryObject) {}
