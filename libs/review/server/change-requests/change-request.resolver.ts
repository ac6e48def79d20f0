import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { PageArgs, toResult, type CommandError } from '@planerka/platform/server';
import { ChangeRequestFilterInput, ConfirmChangeRequestInput, WaiveChangeRequestInput } from './change-request.inputs';
import { ChangeRequestConnection } from './change-request.object';
import { ConfirmChangeRequestResult, WaiveChangeRequestResult } from './change-request.results';
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
  ) {
    return this.query.list(viewer, filter, page);
  }

  @Mutation(() => ConfirmChangeRequestResult, { description: 'The client pays for the round.' })
  async confirmChangeRequest(@Viewer() viewer: CurrentMember, @Args('input') input: ConfirmChangeRequestInput) {
    return this.decided(viewer, await this.requests.confirm(viewer, input));
  }

  @Mutation(() => WaiveChangeRequestResult, { description: 'The round is given away, and why.' })
  async waiveChangeRequest(@Viewer() viewer: CurrentMember, @Args('input') input: WaiveChangeRequestInput) {
    return this.decided(viewer, await this.requests.waive(viewer, input));
  }

  private async decided(viewer: CurrentMember, result: Result<Id, CommandError>) {
    const changeRequest = result.ok ? await this.query.one(viewer, result.value) : null;
    return toResult('ChangeRequestSuccess', result, () => ({ changeRequest }));
  }
}
