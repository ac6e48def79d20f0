import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '@planerka/platform/server';
import { ClientStateEnum, type ClientState } from './client.enums';

@ArgsType()
export class ClientListArgs extends PageArgs {
  @Field(() => [ClientStateEnum], { nullable: true, description: 'All when absent.' })
  states?: ClientState[] | null;
}
