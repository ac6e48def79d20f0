import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Network } from '@planerka/clients/domain';
import { DateTimeScalar } from '@planerka/platform/server';
import { NetworkEnum } from '../client/client.enums';

@ObjectType('Channel', { description: 'One account of a client in one network.' })
export class ChannelObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field(() => NetworkEnum)
  network!: Network;

  @Field()
  title!: string;

  @Field({ description: 'Empty where it is not known.' })
  url!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nothing new is planned for it.' })
  archivedAt!: Date | string | null;

  @Field(() => Int)
  version!: number;
}
