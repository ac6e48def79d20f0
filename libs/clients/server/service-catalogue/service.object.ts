import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyObject } from '@planerka/platform/server';

@ObjectType('Service', { description: 'A position of the agency’s price list.' })
export class ServiceObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'What the price is for: "пост", "месяц"; may be empty.' })
  unit!: string;

  @Field(() => MoneyObject)
  price!: MoneyObject;

  @Field()
  isArchived!: boolean;

  @Field(() => Int)
  version!: number;
}
