import { Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ClientObject } from './client.object';
import { ClientChanged } from './client.results';
import type { ClientCommandError } from './clients.service';
import { ClientsQuery } from './clients.query';

/** A command about a client answers with the client, read after the commit as far as it is asked for. */
@Resolver(() => ClientChanged)
export class ClientAnswer {
  constructor(private readonly clients: ClientsQuery) {}

  to(result: Result<Id, ClientCommandError>) {
    return toResult('ClientChanged', result, (clientId) => ({ clientId }));
  }

  @ResolveField(() => ClientObject)
  client(@Viewer() viewer: CurrentMember, @Parent() { clientId }: ClientChanged, @Info() info: GraphQLResolveInfo) {
    return this.clients.client(viewer, clientId, info);
  }
}
