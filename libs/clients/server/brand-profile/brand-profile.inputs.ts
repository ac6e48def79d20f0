import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { JsonScalar } from '@planerka/platform/server';

@InputType()
export class SaveBrandProfileInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => JsonScalar, { description: 'The whole `BrandProfile`; what is absent becomes empty.' })
  data!: unknown;
}
