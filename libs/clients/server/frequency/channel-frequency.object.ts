import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MonthScalar } from '@planerka/platform/server';

@ObjectType('ChannelFrequency', {
  description: 'How many publications a month were agreed for a channel, from a month on until a later one begins.',
})
export class ChannelFrequencyObject {
  @Field(() => ID)
  channelId!: string;

  @Field(() => MonthScalar)
  validFrom!: string;

  @Field(() => Int, { description: '0: nothing is agreed any more.' })
  items!: number;
}

@InputType()
export class ChannelFrequencyInput {
  @Field(() => ID)
  channelId!: string;

  @Field(() => Int, { description: '0: nothing is agreed any more.' })
  items!: number;
}

@InputType()
export class SetChannelFrequenciesInput {
  @Field(() => ID)
  clientId!: string;

  @Field({ description: 'A month: "2026-12". What was agreed from that very month on is replaced.' })
  validFrom!: string;

  @Field(() => [ChannelFrequencyInput])
  channels!: ChannelFrequencyInput[];
}
