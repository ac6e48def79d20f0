import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@planerka/platform/server';

@InputType()
export class CreateServiceInput {
  @Field()
  name!: string;

  @Field({ defaultValue: '', description: 'What the price is for: "пост", "месяц".' })
  unit!: string;

  @Field(() => MoneyInput, { description: 'In the agency’s currency.' })
  price!: MoneyInput;
}

@InputType()
export class UpdateServiceInput extends CreateServiceInput {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ArchiveServiceInput {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ defaultValue: true, description: 'False brings it back.' })
  isArchived!: boolean;
}
