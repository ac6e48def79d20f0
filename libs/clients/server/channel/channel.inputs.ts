import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Network } from '@planerka/clients/domain';
import { NetworkEnum } from '../client/client.enums';

@InputType()
export class CreateChannelInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => NetworkEnum)
  network!: Network;

  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  url!: string;
}

@InputType()
export class UpdateChannelInput {
  @Field(() => ID)
  channelId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => NetworkEnum)
  network!: Network;

  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  url!: string;
}

@InputType()
export class ArchiveChannelInput {
  @Field(() => ID)
  channelId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ defaultValue: true, description: 'False brings it back.' })
  isArchived!: boolean;
}
