import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class CreateCaseInput {
  @Field(() => ID)
  campaignId!: string;

  @Field()
  title!: string;
}

@InputType()
export class UpdateCaseInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  before!: string;

  @Field({ defaultValue: '' })
  actions!: string;

  @Field({ defaultValue: '' })
  after!: string;

  @Field({ defaultValue: '' })
  quote!: string;

  @Field({ defaultValue: '' })
  quoteAuthor!: string;

  @Field({ defaultValue: false })
  isAnonymised!: boolean;
}

@InputType()
export class RefreshCaseInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}
