import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { RemoveRetainerInput, SaveRetainerInput } from './retainer.inputs';
import { RetainersService } from './retainers.service';

@Resolver()
export class RetainerResolver {
  constructor(
    private readonly retainers: RetainersService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async saveRetainer(@Viewer() viewer: CurrentMember, @Args('input') input: SaveRetainerInput) {
    return this.answer.to(await this.retainers.save(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async removeRetainer(@Viewer() viewer: CurrentMember, @Args('input') input: RemoveRetainerInput) {
    return this.answer.to(await this.retainers.remove(viewer, input));
  }
}
