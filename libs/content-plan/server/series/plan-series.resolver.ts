import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import {
  ChangePlanSeriesInput,
  CreatePlanSeriesInput,
  EndPlanSeriesInput,
  PausePlanSeriesInput,
  PlanSeriesObject,
  PlanSeriesPreviewInput,
  PlanSeriesPreviewObject,
  PlanSeriesResult,
} from './plan-series.object';
import { PlanSeriesService } from './plan-series.service';
import { SeriesPreviewService } from './series-preview.service';

@Resolver()
export class PlanSeriesResolver {
  constructor(
    private readonly series: PlanSeriesService,
    private readonly previews: SeriesPreviewService,
  ) {}

  @Query(() => [PlanSeriesObject], {
    description: 'A client’s publications that repeat; none for whoever may not plan for it.',
  })
  planSeries(@Viewer() viewer: CurrentMember, @Args('clientId', { type: () => ID }) clientId: string) {
    return this.series.list(viewer, clientId);
  }

  @Query(() => PlanSeriesPreviewObject, {
    nullable: true,
    description:
      'What saving a series would do. Null for whoever may not plan for that client, and while the rhythm is not whole.',
  })
  planSeriesPreview(
    @Viewer() viewer: CurrentMember,
    @Args('input') input: PlanSeriesPreviewInput,
  ): Promise<PlanSeriesPreviewObject | null> {
    return this.previews.preview(viewer, input);
  }

  @Mutation(() => PlanSeriesResult, {
    description: 'A publication that repeats: its turns up to the end of the next month are made at once.',
  })
  async createPlanSeries(@Viewer() viewer: CurrentMember, @Args('input') input: CreatePlanSeriesInput) {
    return toResult('PlanSeriesSuccess', await this.series.create(viewer, input), (done) => done);
  }

  @Mutation(() => PlanSeriesResult, {
    description: 'Turns to come follow, but for those that somebody has put a hand to.',
  })
  async changePlanSeries(@Viewer() viewer: CurrentMember, @Args('input') input: ChangePlanSeriesInput) {
    return toResult('PlanSeriesSuccess', await this.series.change(viewer, input), (done) => done);
  }

  @Mutation(() => PlanSeriesResult, { description: 'Takes its turns to come out of the plan, or makes it go on.' })
  async pausePlanSeries(@Viewer() viewer: CurrentMember, @Args('input') input: PausePlanSeriesInput) {
    return toResult('PlanSeriesSuccess', await this.series.pause(viewer, input), (done) => done);
  }

  @Mutation(() => PlanSeriesResult, { description: 'Ends it, or takes that back.' })
  async endPlanSeries(@Viewer() viewer: CurrentMember, @Args('input') input: EndPlanSeriesInput) {
    return toResult('PlanSeriesSuccess', await this.series.end(viewer, input), (done) => done);
  }
}
