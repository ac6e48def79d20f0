import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ isAbstract: true })
abstract class RubricFieldsInput {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'One of the five rubric colours, 1–5.' })
  colour!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Wanted share of the month’s items, percent.' })
  targetShare!: number;
}

@InputType()
export class CreateRubricInput extends RubricFieldsInput {
  @Field(() => ID)
  clientId!: string;
}

@InputType()
export class UpdateRubricInput extends RubricFieldsInput {
  @Field(() => ID)
  rubricId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ArchiveRubricInput {
  @Field(() => ID)
  rubricId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}
