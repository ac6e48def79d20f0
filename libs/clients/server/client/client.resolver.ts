import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ClientAnswer } from './client-answer';
import { ClientListArgs, CreateClientInput, SetClientLogoInput, UpdateClientInput } from './client.inputs';
import { ClientConnection, ClientObject, SquadRefObject } from './client.object';
import { ChangeClientResult } from './client.results';
import { ClientsQuery } from './clients.query';
import { ClientsService } from './clients.service';

@Resolver(() => ClientObject)
export class ClientResolver {
  constructor(
    private readonly query: ClientsQuery,
    private readonly service: ClientsService,
    private readonly answer: ClientAnswer,
  ) {}

  @Query(() => ClientConnection, { description: 'By name.' })
  clients(@Viewer() viewer: CurrentMember, @Args() args: ClientListArgs, @Info() info: GraphQLResolveInfo) {
    return this.query.list(viewer, args, info);
  }

  @Query(() => ClientObject, { nullable: true })
  client(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.client(viewer, id, info);
  }

  @Query(() => [SquadRefObject], { description: 'Squads that the viewer may give a client to, by name.' })
  servingSquads(@Viewer() viewer: CurrentMember) {
    return this.query.servingSquads(viewer);
  }

  @Mutation(() => ChangeClientResult)
  async createClient(@Viewer() viewer: CurrentMember, @Args('input') input: CreateClientInput) {
    return this.answer.to(await this.service.create(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async updateClient(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateClientInput) {
    return this.answer.to(await this.service.update(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async setClientLogo(@Viewer() viewer: CurrentMember, @Args('input') input: SetClientLogoInput) {
    return this.answer.to(await this.service.setLogo(viewer, input));
  }
}
