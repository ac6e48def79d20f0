import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import {
  ArchiveIdeaResult,
  CaptureIdeaInput,
  CaptureIdeaResult,
  IdeaBankArgs,
  IdeaListArgs,
  RestoreIdeaResult,
  UpdateIdeaInput,
  UpdateIdeaResult,
} from './idea.inputs';
import { IdeaBank, IdeaConnection, IdeaObject } from './idea.object';
import { IdeaBankQuery } from './idea-bank.query';
import { IdeasQuery } from './ideas.query';
import { IdeasService } from './ideas.service';

@Resolver(() => IdeaObject)
export class IdeaResolver {
  constructor(
    private readonly ideas: IdeasService,
    private readonly lists: IdeasQuery,
    private readonly banks: IdeaBankQuery,
  ) {}

  @Query(() => IdeaConnection, { name: 'ideas' })
  async list(@Viewer() viewer: CurrentMember, @Args() args: IdeaListArgs) {
    return this.lists.list(viewer, args);
  }

  @Query(() => IdeaBank)
  async ideaBank(@Viewer() viewer: CurrentMember, @Args() { clientId }: IdeaBankArgs) {
    return this.banks.bank(viewer, clientId ?? null);
  }

  @Mutation(() => CaptureIdeaResult)
  async captureIdea(@Viewer() viewer: CurrentMember, @Args('input') input: CaptureIdeaInput) {
    const result = await this.ideas.capture(viewer, input);
    const idea = result.ok ? await this.lists.idea(viewer, result.value) : null;
    return toResult('CaptureIdeaSuccess', result, () => ({ idea }));
  }

  @Mutation(() => UpdateIdeaResult)
  async updateIdea(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateIdeaInput) {
    const result = await this.ideas.update(viewer, input);
    const idea = result.ok ? await this.lists.idea(viewer, result.value) : null;
    return toResult('UpdateIdeaSuccess', result, () => ({ idea }));
  }

  @Mutation(() => ArchiveIdeaResult)
  async archiveIdea(@Viewer() viewer: CurrentMember, @Args('ideaId', { type: () => ID }) ideaId: Id) {
    return toResult('ArchiveIdeaSuccess', await this.ideas.archive(viewer, ideaId), (id) => ({ ideaId: id }));
  }

  @Mutation(() => RestoreIdeaResult)
  async restoreIdea(@Viewer() viewer: CurrentMember, @Args('ideaId', { type: () => ID }) ideaId: Id) {
    const result = await this.ideas.restore(viewer, ideaId);
    const idea = result.ok ? await this.lists.idea(viewer, result.value) : null;
    return toResult('RestoreIdeaSuccess', result, () => ({ idea }));
  }
}
