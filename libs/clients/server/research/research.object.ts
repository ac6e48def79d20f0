import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ResearchKind } from '@planerka/clients/domain';
import { DateTimeScalar } from '@planerka/platform/server';
import { ResearchKindEnum } from '../client/client.enums';

@ObjectType('Research', { description: 'A competitor, a portrait of the audience or a trend that briefs draw on.' })
export class ResearchObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ResearchKindEnum)
  kind!: ResearchKind;

  @Field()
  title!: string;

  @Field()
  body!: string;

  @Field({ description: 'Empty where there is none.' })
  url!: string;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => Int)
  version!: number;
}
