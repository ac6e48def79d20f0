import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { CreateClientDateInput, DeleteClientDateInput, UpdateClientDateInput } from './client-date.inputs';
import { ClientDatesService } from './client-dates.service';

@Resolver()
export class ClientDateResolver {
  constructor(
    private readonly dates: ClientDatesService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async createClientDate(@Viewer() viewer: CurrentMember, @Args('input') input: CreateClientDateInput) {
    return this.answer.to(await this.dates.create(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async updateClientDate(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateClientDateInput) {
    return this.answer.to(await this.dates.update(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async deleteClientDate(@Viewer() viewer: CurrentMember, @Args('input') input: DeleteClientDateInput) {
    return this.answer.to(await this.dates.delete(viewer, input));
  }
}
