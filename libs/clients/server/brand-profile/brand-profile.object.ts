import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BrandProfile } from '@planerka/clients/domain';
import { DateTimeScalar, JsonScalar } from '@planerka/platform/server';

@ObjectType('BrandProfile', { description: 'Who the brand is and how it speaks: goes into every brief.' })
export class BrandProfileObject {
  @Field(() => ID, { description: 'The client’s id: a client has one.' })
  id!: string;

  @Field(() => JsonScalar, { description: '`BrandProfile` of @planerka/clients/domain.' })
  data!: BrandProfile;

  @Field(() => Int, { description: 'How many of the parts that briefs lean on are filled.' })
  filledParts!: number;

  @Field(() => Int)
  allParts!: number;

  @Field(() => Int)
  version!: number;

  @Field(() => DateTimeScalar)
  updatedAt!: string;
}
