import { Int, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { AgencyStepObject, TodayObject } from './today.object';
import { TodayQuery } from './today.query';

@Resolver()
export class TodayResolver {
  constructor(private readonly todays: TodayQuery) {}

  @Query(() => TodayObject, { description: 'What waits for the viewer, and their week.' })
  today(@Viewer() viewer: CurrentMember): Promise<TodayObject> {
    return this.todays.today(viewer);
  }

  @Query(() => Int, { description: 'How many things wait for the viewer.' })
  waiting(@Viewer() viewer: CurrentMember): Promise<number> {
    return this.todays.waiting(viewer);
  }

  @Query(() => [AgencyStepObject], { description: 'Steps of a new agency, in the order of doing them.' })
  agencySteps(@Viewer() viewer: CurrentMember): Promise<AgencyStepObject[]> {
    return this.todays.steps(viewer);
  }
}
