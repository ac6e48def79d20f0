import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { ArchiveRubricInput, CreateRubricInput, UpdateRubricInput } from './rubric.inputs';
import { RubricObject } from './rubric.object';
import { ArchiveRubricResult, CreateRubricResult, UpdateRubricResult } from './rubric.results';
import { RubricsService } from './rubrics.service';

@Resolver(() => RubricObject)
export class RubricResolver {
  constructor(private readonly rubrics: RubricsService) {}

  @Mutation(() => CreateRubricResult)
  async createRubric(@Viewer() viewer: CurrentMember, @Args('input') input: CreateRubricInput) {
    return toResult('CreateRubricSuccess', await this.rubrics.create(viewer, input), (rubric) => ({ rubric }));
  }

  @Mutation(() => UpdateRubricResult)
  async updateRubric(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateRubricInput) {
    return toResult('UpdateRubricSuccess', await this.rubrics.update(viewer, input), (rubric) => ({ rubric }));
  }

  @Mutation(() => ArchiveRubricResult)
  async archiveRubric(@Viewer() viewer: CurrentMember, @Args('input') input: ArchiveRubricInput) {
    return toResult('ArchiveRubricSuccess', await this.rubrics.archive(viewer, input), (rubricId) => ({ rubricId }));
  }
}
