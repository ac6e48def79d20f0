import { Info, Int, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { GraphQLResolveInfo } from 'graphql';
import { AgencyStepObject, TodayObject } from './today.object';
import { TodayQuery } from './today.query';

@Resolver()
export class TodayResolver {
  constructor(private readonly todays: TodayQuery) {}

  @Query(() => TodayObject, { description: 'What waits for the viewer, and their week.' })
  today(@Viewer() viewer: CurrentMember, @Info() info: GraphQLResolveInfo): Promise<TodayObject> {
    return this.todays.today(viewer, info);
  }

  @Query(() => Int, { description: 'How many things wait for the viewer.' })
  waiting(@Viewer() viewer: CurrentMember): Promise<number> {
    return this.todays.waiting(viewer);
  }

  @Query(() => [AgencyStepObject], { description: 'Steps of a new agency, in the order of doing them.' })
  agencySteps(@Viewer() viewer: CurrentMember, @Info() info: GraphQLResolveInfo): Promise<AgencyStepObject[]> {
    return this.todays.steps(viewer, info);
  }
}
