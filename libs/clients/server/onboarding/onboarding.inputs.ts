import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class MarkOnboardingStepInput {
  @Field(() => ID)
  clientId!: string;

  @Field({ description: 'A key of the checklist: "channel_access".' })
  key!: string;

  @Field()
  isDone!: boolean;

  @Field({ defaultValue: '' })
  note!: string;
}
