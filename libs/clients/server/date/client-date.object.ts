import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ClientDateKind } from '@planerka/clients/domain';
import { DateScalar } from '@planerka/platform/server';
import { ClientDateKindEnum } from '../client/client.enums';

@ObjectType('ClientDate', { description: 'What the client’s own calendar has.' })
export class ClientDateObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ClientDateKindEnum)
  kind!: ClientDateKind;

  @Field()
  title!: string;

  @Field(() => DateScalar, { description: 'Of a yearly one the first of all.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day, included.' })
  endsOn!: string;

  @Field({ description: 'Comes again every year from then on.' })
  isYearly!: boolean;

  @Field({ description: 'For the team; empty where there is none.' })
  note!: string;

  @Field(() => Int)
  version!: number;
}
