import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyObject, MonthScalar } from '@planerka/platform/server';

@ObjectType('IncludedWork', { description: 'What the retainer of this month includes, without its money.' })
export class IncludedWorkObject {
  @Field(() => Int)
  items!: number;

  @Field(() => Int, { description: 'Rounds of changes per piece of work.' })
  rounds!: number;
}

@ObjectType('RetainerService', {
  description: 'A chosen position of the service catalogue, at the price of that time.',
})
export class RetainerServiceObject {
  @Field(() => ID)
  serviceId!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => MoneyObject)
  price!: MoneyObject;
}

@ObjectType('Retainer', { description: 'Monthly fee and what it includes, from a month on. Only the owner sees it.' })
export class RetainerObject {
  @Field(() => ID)
  id!: string;

  @Field(() => MonthScalar)
  validFrom!: string;

  @Field(() => MoneyObject)
  fee!: MoneyObject;

  @Field(() => Int)
  includedItems!: number;

  @Field(() => Int)
  includedRounds!: number;

  @Field(() => MoneyObject, { description: 'Price of a round past the included ones.' })
  extraRound!: MoneyObject;

  @Field(() => [RetainerServiceObject])
  services!: readonly RetainerServiceObject[];

  @Field({ description: 'It is the one that holds this month.' })
  isCurrent!: boolean;
}
