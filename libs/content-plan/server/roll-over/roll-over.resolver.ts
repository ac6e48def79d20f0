import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { MonthScalar, toResult } from '@planerka/platform/server';
import {
  PlanRollOverObject,
  RollOverPlanInput,
  RollOverPlanResult,
  UndoRollOverInput,
  UndoRollOverResult,
} from './roll-over.object';
import { RollOverService } from './roll-over.service';

@Resolver()
export class RollOverResolver {
  constructor(private readonly rollOver: RollOverService) {}

  @Query(() => PlanRollOverObject, {
    nullable: true,
    description:
      'What repeating a month would make. Null for whoever may not plan for that client, and for a campaign that does not run then.',
  })
  planRollOver(
    @Viewer() viewer: CurrentMember,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('from', { type: () => MonthScalar }) from: PlainYearMonth,
    @Args('to', { type: () => MonthScalar }) to: PlainYearMonth,
    @Args('campaignId', {
      type: () => ID,
      nullable: true,
      description: 'Takes the place of campaigns that are over by then.',
    })
    campaignId: string | null,
  ): Promise<PlanRollOverObject | null> {
    return this.rollOver.preview(viewer, { clientId, from, to, campaignId });
  }

  @Mutation(() => RollOverPlanResult, {
    description: 'The chosen publications of a month once more in another month, with their work: all or none.',
  })
  async rollOverPlan(@Viewer() viewer: CurrentMember, @Args('input') input: RollOverPlanInput) {
    return toResult('RollOverPlanSuccess', await this.rollOver.apply(viewer, input), (made) => made);
  }

  @Mutation(() => UndoRollOverResult, {
    description: 'Takes back what repeating a month has made, while nobody has begun to work with it.',
  })
  async undoRollOver(@Viewer() viewer: CurrentMember, @Args('input') input: UndoRollOverInput) {
    return toResult('UndoRollOverSuccess', await this.rollOver.undo(viewer, input), (itemIds) => ({ itemIds }));
  }
}
