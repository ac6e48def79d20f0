import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { CreateResearchInput, DeleteResearchInput, UpdateResearchInput } from './research.inputs';
import { ResearchService } from './research.service';

@Resolver()
export class ResearchResolver {
  constructor(
    private readonly research: ResearchService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async createResearch(@Viewer() viewer: CurrentMember, @Args('input') input: CreateResearchInput) {
    return this.answer.to(await this.research.create(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async updateResearch(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateResearchInput) {
    return this.answer.to(await this.research.update(viewer, input));
  }

  @Mutation(() => ChangeClientResult)
  async deleteResearch(@Viewer() viewer: CurrentMember, @Args('input') input: DeleteResearchInput) {
    return this.answer.to(await this.research.delete(viewer, input));
  }
}
