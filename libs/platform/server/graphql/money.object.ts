import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Money, type Currency } from '@planerka/platform/domain';

@ObjectType('Money', { description: 'A sum: exact decimal text and an ISO 4217 currency.' })
export class MoneyObject {
  @Field({ description: 'Decimal with the currency’s digits: "7500.00", "-12.50".' })
  amount!: string;

  @Field({ description: 'ISO 4217: "RUB".' })
  currency!: string;
}

@InputType()
export class MoneyInput {
  @Field({ description: 'Decimal: "7500" or "7500.50".' })
  amount!: string;

  @Field({ description: 'ISO 4217: "RUB".' })
  currency!: string;
}

/** From a column of minor units. */
export const toMoneyObject = (minor: bigint | string | number, currency: string): MoneyObject =>
  Money.of(BigInt(minor), currency as Currency).toJSON();
