import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ClientState, SilencePolicy, StageMode } from '@planerka/clients/domain';
import { PageArgs } from '@planerka/platform/server';
import { ClientStateEnum, SilencePolicyEnum, StageModeEnum } from './client.enums';

@ArgsType()
export class ClientListArgs extends PageArgs {
  @Field(() => [ClientStateEnum], { nullable: true, description: 'All when absent.' })
  states?: ClientState[] | null;
}

@InputType()
export class CreateClientInput {
  @Field()
  name!: string;

  @Field({ defaultValue: '' })
  about!: string;

  @Field(() => ID, { description: 'One of `servingSquads`.' })
  squadId!: string;

  @Field({ defaultValue: 'RUB', description: 'ISO 4217; it stays for good.' })
  currency!: string;

  @Field(() => SilencePolicyEnum, { defaultValue: 'remind' })
  silencePolicy!: SilencePolicy;

  @Field(() => StageModeEnum, { defaultValue: 'any', description: 'Whose word a question to them wants at first.' })
  approvalMode!: StageMode;

  @Field({ defaultValue: false, description: 'An owner gives a manager more clients than their limit.' })
  goOverLimit!: boolean;
}

@InputType()
export class SetClientLogoInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'A picture uploaded for this client; null takes the logo away.' })
  fileId!: string | null;
}

@InputType()
export class UpdateClientInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  name!: string;

  @Field()
  about!: string;

  @Field(() => ID, { description: 'Only the owner hands a client to another squad.' })
  squadId!: string;

  @Field(() => SilencePolicyEnum)
  silencePolicy!: SilencePolicy;

  @Field(() => StageModeEnum, { nullable: true, description: 'As it was where it is left out.' })
  approvalMode?: StageMode | null;

  @Field(() => ClientStateEnum)
  state!: ClientState;

  @Field({ defaultValue: false, description: 'An owner gives a manager more clients than their limit.' })
  goOverLimit!: boolean;
}
