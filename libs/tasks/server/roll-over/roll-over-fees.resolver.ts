import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { RollOverFeesInput, RollOverFeesObject } from './roll-over-fees.object';
import { RollOverFeesService } from './roll-over-fees.service';

@Resolver()
export class RollOverFeesResolver {
  constructor(private readonly fees: RollOverFeesService) {}

  @Query(() => RollOverFeesObject, {
    nullable: true,
    description:
      'What the work on repeated publications will cost, beside the month’s budget. Null for whoever may not plan for that client.',
  })
  rollOverFees(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: RollOverFeesInput,
  ): Promise<RollOverFeesObject | null> {
    return this.fees.ask(viewer, input);
  }
}
