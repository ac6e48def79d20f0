import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import type { MarkingState } from '@planerka/tasks/domain';
import {
  MarkAdInput,
  MarkAdResult,
  MarkedCreativeObject,
  MarkingRegisterObject,
  MarkingStateEnum,
} from './marking.object';
import { MarkingService } from './marking.service';

const most = 500;

@Resolver(() => MarkedCreativeObject)
export class MarkingResolver {
  constructor(private readonly marking: MarkingService) {}

  @Query(() => MarkingRegisterObject, {
    description:
      'Advertising that is shown in Russia, creative by creative, as far as the viewer sees its tasks and plans.',
  })
  markingRegister(
    @Viewer() viewer: CurrentMember,
    @Args('clientId', { type: () => ID, nullable: true }) clientId: string | null,
    @Args('states', { type: () => [MarkingStateEnum], nullable: true }) states: MarkingState[] | null,
    @Args('isMissing', { type: () => Boolean, nullable: true }) isMissing: boolean | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
  ): Promise<MarkingRegisterObject> {
    return this.marking.register(viewer, { clientId, states, isMissing }, Math.min(most, Math.max(0, first)));
  }

  @Mutation(() => MarkAdResult, { description: 'The erid of a creative, its state, or what its contract says.' })
  async markAd(@Viewer() viewer: CurrentMember, @Args('input') input: MarkAdInput) {
    return toResult('MarkAdSuccess', await this.marking.mark(viewer, input), (creative) => ({ creative }));
  }
}
