import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { PageArgs, toResult, type CommandError } from '@planerka/platform/server';
import { ChangeRequestFilterInput, ConfirmChangeRequestInput, WaiveChangeRequestInput } from './change-request.inputs';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangeRequestConnection, ChangeRequestObject } from './change-request.object';
import { ChangeRequestSuccess, ConfirmChangeRequestResult, WaiveChangeRequestResult } from './change-request.results';
import { ChangeRequestsQuery } from './change-requests.query';
import { ChangeRequestsService } from './change-requests.service';

@Resolver()
export class ChangeRequestResolver {
  constructor(
    private readonly requests: ChangeRequestsService,
    private readonly query: ChangeRequestsQuery,
  ) {}

  @Query(() => ChangeRequestConnection, {
    name: 'changeRequests',
    description: 'Rounds past the included ones, of clients the viewer leads; the last drafted first.',
  })
  list(
    @Viewer() viewer: CurrentMember,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ChangeRequestFilterInput, defaultValue: {} }) filter: ChangeRequestFilterInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.list(viewer, { ...page, filter }, info);
  }

  @Mutation(() => ConfirmChangeRequestResult, { description: 'The client pays for the round.' })
  async confirmChangeRequest(@Viewer() viewer: CurrentMember, @Args('input') input: ConfirmChangeRequestInput) {
    return toDecided(await this.requests.confirm(viewer, input));
  }

  @Mutation(() => WaiveChangeRequestResult, { description: 'The round is given away, and why.' })
  async waiveChangeRequest(@Viewer() viewer: CurrentMember, @Args('input') input: WaiveChangeRequestInput) {
    return toDecided(await this.requests.waive(viewer, input));
  }
}

/** The request as it now stands, as far as the command asks to know. */
@Resolver(() => ChangeRequestSuccess)
export class ChangeRequestSuccessResolver {
  constructor(private readonly query: ChangeRequestsQuery) {}

  @ResolveField(() => ChangeRequestObject)
  changeRequest(
    @Viewer() viewer: CurrentMember,
    @Parent() { changeRequestId }: ChangeRequestSuccess,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.one(viewer, changeRequestId, info);
  }
}

const toDecided = (result: Result<Id, CommandError>) =>
  toResult('ChangeRequestSuccess', result, (changeRequestId) => ({ changeRequestId }));
