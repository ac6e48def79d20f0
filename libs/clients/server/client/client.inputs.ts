import { ArgsType, Field } from '@nestjs/graphql';
import type { ClientState } from '@planerka/clients/domain';
import { PageArgs } from '@planerka/platform/server';
import { ClientStateEnum } from './client.enums';

@ArgsType()
export class ClientListArgs extends PageArgs {
  @Field(() => [ClientStateEnum], { nullable: true, description: 'All when absent.' })
  states?: ClientState[] | null;
}
