import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class FactInput {
  @Field({ description: 'A base metric: computed ones follow from these.' })
  metric!: string;

  @Field({ description: 'A day of the campaign: "2026-12-08".' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'Decimal; null takes the measurement away.' })
  value?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'Of the fact that the author saw; 0 where there was none.' })
  expectedVersion!: number;
}

@InputType()
export class SaveFactsInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => [FactInput], { description: 'All are saved, or none.' })
  facts!: FactInput[];
}
