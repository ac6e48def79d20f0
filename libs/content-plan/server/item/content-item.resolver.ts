import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { PlanQuery } from '../plan/plan.query';
import {
  ContentItemVersionInput,
  CopyContentItemInput,
  CreateContentItemInput,
  MarkContentItemPublishedInput,
  MoveContentItemInput,
  SetContentItemLinksInput,
  UpdateContentItemInput,
} from './content-item.inputs';
import { ChangeContentItemsInput } from './content-item-changes.inputs';
import { ChangeContentItemsResult } from './content-item-changes.results';
import { ContentItemChangesService } from './content-item-changes.service';
import { ContentItemObject } from './content-item.object';
import {
  CopyContentItemResult,
  CreateContentItemResult,
  DeleteContentItemResult,
  MarkContentItemPublishedResult,
  MoveContentItemResult,
  RestoreContentItemResult,
  SetContentItemLinksResult,
  UndoContentItemPublicationResult,
  UpdateContentItemResult,
} from './content-item.results';
import { ContentItemsService } from './content-items.service';

@Resolver(() => ContentItemObject)
export class ContentItemResolver {
  constructor(
    private readonly items: ContentItemsService,
    private readonly changes: ContentItemChangesService,
    private readonly plans: PlanQuery,
  ) {}

  @Query(() => ContentItemObject, { nullable: true })
  async contentItem(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: Id,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContentItemObject | null> {
    return this.plans.item(viewer, id, info);
  }

  @Mutation(() => CreateContentItemResult)
  async createContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: CreateContentItemInput) {
    return this.answer(viewer, 'CreateContentItemSuccess', await this.items.create(viewer, input));
  }

  @Mutation(() => UpdateContentItemResult)
  async updateContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateContentItemInput) {
    return this.answer(viewer, 'UpdateContentItemSuccess', await this.items.update(viewer, input));
  }

  @Mutation(() => MoveContentItemResult)
  async moveContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: MoveContentItemInput) {
    return this.answer(viewer, 'MoveContentItemSuccess', await this.items.move(viewer, input));
  }

  @Mutation(() => CopyContentItemResult)
  async copyContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: CopyContentItemInput) {
    return this.answer(viewer, 'CopyContentItemSuccess', await this.items.copy(viewer, input));
  }

  @Mutation(() => DeleteContentItemResult)
  async deleteContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: ContentItemVersionInput) {
    const result = await this.items.delete(viewer, input);
    return toResult('DeleteContentItemSuccess', result, (itemId) => ({ itemId, version: input.expectedVersion + 1 }));
  }

  @Mutation(() => RestoreContentItemResult)
  async restoreContentItem(@Viewer() viewer: CurrentMember, @Args('input') input: ContentItemVersionInput) {
    return this.answer(viewer, 'RestoreContentItemSuccess', await this.items.restore(viewer, input));
  }

  @Mutation(() => MarkContentItemPublishedResult)
  async markContentItemPublished(@Viewer() viewer: CurrentMember, @Args('input') input: MarkContentItemPublishedInput) {
    return this.answer(viewer, 'MarkContentItemPublishedSuccess', await this.items.markPublished(viewer, input));
  }

  @Mutation(() => SetContentItemLinksResult, { description: 'Where a publication that is out can be seen.' })
  async setContentItemLinks(@Viewer() viewer: CurrentMember, @Args('input') input: SetContentItemLinksInput) {
    return this.answer(viewer, 'SetContentItemLinksSuccess', await this.items.setLinks(viewer, input));
  }

  @Mutation(() => UndoContentItemPublicationResult)
  async undoContentItemPublication(@Viewer() viewer: CurrentMember, @Args('input') input: ContentItemVersionInput) {
    return this.answer(viewer, 'UndoContentItemPublicationSuccess', await this.items.undoPublication(viewer, input));
  }

  @Mutation(() => ChangeContentItemsResult, {
    description: 'Many publications in one step: all or none; those that cannot be changed so are named.',
  })
  async changeContentItems(@Viewer() viewer: CurrentMember, @Args('input') input: ChangeContentItemsInput) {
    return toResult('ChangeContentItemsSuccess', await this.changes.change(viewer, input), (done) => done);
  }

  private async answer<Name extends string, E extends { readonly kind: string }>(
    viewer: CurrentMember,
    name: Name,
    result: Result<Id, E>,
  ) {
    const item = result.ok ? await this.plans.item(viewer, result.value) : null;
    return toResult(name, result, () => ({ item }));
  }
}
