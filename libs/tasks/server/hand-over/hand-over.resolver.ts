import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { HandOverObject, HandOverResult, HandOverTasksInput } from './hand-over.object';
import { HandOverService } from './hand-over.service';

@Resolver()
export class HandOverResolver {
  constructor(private readonly handOvers: HandOverService) {}

  @Query(() => HandOverObject, { nullable: true, description: 'Null for whoever may not manage that member.' })
  handOver(
    @Viewer() viewer: CurrentMember,
    @Args('memberId', { type: () => ID }) memberId: string,
  ): Promise<HandOverObject | null> {
    return this.handOvers.preview(viewer, memberId);
  }

  @Mutation(() => HandOverResult, { description: 'All of it or nothing.' })
  async handOverTasks(@Viewer() viewer: CurrentMember, @Args('input') input: HandOverTasksInput) {
    return toResult('HandedOver', await this.handOvers.handOver(viewer, input), (moved) => ({ moved }));
  }
}
