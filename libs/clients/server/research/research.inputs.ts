import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ResearchKind } from '@planerka/clients/domain';
import { ResearchKindEnum } from '../client/client.enums';

@InputType({ isAbstract: true })
class ResearchFields {
  @Field(() => ResearchKindEnum)
  kind!: ResearchKind;

  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  body!: string;

  @Field({ defaultValue: '' })
  url!: string;
}

@InputType()
export class CreateResearchInput extends ResearchFields {
  @Field(() => ID)
  clientId!: string;
}

@InputType()
export class UpdateResearchInput extends ResearchFields {
  @Field(() => ID)
  researchId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class DeleteResearchInput {
  @Field(() => ID)
  researchId!: string;
}
