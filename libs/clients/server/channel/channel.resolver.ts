import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { ArchiveChannelInput, CreateChannelInput, UpdateChannelInput } from './channel.inputs';
import { ChannelsService } from './channels.service';

@Resolver()
export class ChannelResolver {
  constructor(
    private readonly channels: ChannelsService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async createChannel(@Viewer() viewer: CurrentMember, @Args('input') input: CreateChannelInput) {
    return this.answer.to(await this.channels.create(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async updateChannel(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateChannelInput) {
    return this.answer.to(await this.channels.update(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async archiveChannel(@Viewer() viewer: CurrentMember, @Args('input') input: ArchiveChannelInput) {
    return this.answer.to(await this.channels.archive(viewer, input));
  }
}
