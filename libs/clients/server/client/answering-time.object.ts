import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AnsweringTime', { description: 'How long the client usually takes for a word.' })
export class AnsweringTimeObject {
  @Field(() => Int, { nullable: true, description: 'Working days; null while there are too few answers to tell.' })
  days!: number | null;

  @Field(() => Int, { description: 'The latest answers that it was told from.' })
  answers!: number;

  @Field(() => Int, { description: 'So many are needed to tell.' })
  answersNeeded!: number;
}
