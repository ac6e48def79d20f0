import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OnboardingStepKey } from '@planerka/clients/domain';
import { DateTimeScalar } from '@planerka/platform/server';

@ObjectType('OnboardingStep', { description: 'One thing to collect before work for a client runs by itself.' })
export class OnboardingStepObject {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'A key of the checklist: "channel_access".' })
  key!: OnboardingStepKey;

  @Field()
  isDone!: boolean;

  @Field()
  note!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  doneAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who ticked it.' })
  doneBy!: string | null;
}
