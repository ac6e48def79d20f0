import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientListArgs } from './client.inputs';
import { ClientConnection, ClientObject } from './client.object';
import { ClientsQuery } from './clients.query';

@Resolver(() => ClientObject)
export class ClientResolver {
  constructor(private readonly clients: ClientsQuery) {}

  @Query(() => ClientConnection, { name: 'clients' })
  list(@Viewer() viewer: CurrentMember, @Args() args: ClientListArgs) {
    return this.clients.list(viewer, args);
  }

  @Query(() => ClientObject, { nullable: true })
  client(@Viewer() viewer: CurrentMember, @Args('id', { type: () => ID }) id: string) {
    return this.clients.client(viewer, id);
  }
}
