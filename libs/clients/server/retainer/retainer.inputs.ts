import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@planerka/platform/server';

@InputType()
export class RetainerServiceInput {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class SaveRetainerInput {
  @Field(() => ID)
  clientId!: string;

  @Field({ description: 'A month: "2026-12". What is agreed for that very month already is replaced.' })
  validFrom!: string;

  @Field(() => MoneyInput)
  fee!: MoneyInput;

  @Field(() => Int)
  includedItems!: number;

  @Field(() => Int)
  includedRounds!: number;

  @Field(() => MoneyInput, { description: 'Price of a round past the included ones.' })
  extraRound!: MoneyInput;

  @Field(() => [RetainerServiceInput], { defaultValue: [] })
  services!: RetainerServiceInput[];
}

@InputType()
export class RemoveRetainerInput {
  @Field(() => ID)
  retainerId!: string;
}
