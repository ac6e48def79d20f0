import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Rubric', { description: 'A topic line of a client’s plan.' })
export class RubricObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  name!: string;

  @Field(() => Int, { description: 'Which of the five rubric colours marks it, 1–5.' })
  colour!: number;

  @Field(() => Int, { description: 'Wanted share of the month’s items, percent.' })
  targetShare!: number;

  @Field(() => Int)
  version!: number;
}
