import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ClientDateKind } from '@planerka/clients/domain';
import { ClientDateKindEnum } from '../client/client.enums';

@InputType({ isAbstract: true })
class ClientDateFields {
  @Field()
  title!: string;

  @Field(() => ClientDateKindEnum)
  kind!: ClientDateKind;

  @Field({ description: '"2026-12-12"' })
  startsOn!: string;

  @Field({ description: 'The last day, included.' })
  endsOn!: string;

  @Field({ defaultValue: false, description: 'Comes again every year from then on.' })
  isYearly!: boolean;

  @Field({ defaultValue: '' })
  note!: string;
}

@InputType()
export class CreateClientDateInput extends ClientDateFields {
  @Field(() => ID)
  clientId!: string;
}

@InputType()
export class UpdateClientDateInput extends ClientDateFields {
  @Field(() => ID)
  clientDateId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class DeleteClientDateInput {
  @Field(() => ID)
  clientDateId!: string;
}
