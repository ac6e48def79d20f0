import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { ChannelFrequenciesService } from './channel-frequencies.service';
import { SetChannelFrequenciesInput } from './channel-frequency.object';

@Resolver()
export class ChannelFrequencyResolver {
  constructor(
    private readonly frequencies: ChannelFrequenciesService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult, { description: 'How many publications a month are agreed, channel by channel.' })
  async setChannelFrequencies(@Viewer() viewer: CurrentMember, @Args('input') input: SetChannelFrequenciesInput) {
    return this.answer.to(await this.frequencies.set(viewer, input));
  }
}
