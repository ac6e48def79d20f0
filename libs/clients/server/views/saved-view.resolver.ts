import type { Type } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import {
  commonErrors,
  InvalidInput,
  NotFound,
  resultUnion,
  toResult,
  type CommandError,
} from '@planerka/platform/server';
import type { CreateViewFields, SavedViewObject, UpdateViewFields } from './saved-view.object';
import { SavedViewsQuery } from './saved-views.query';
import { SavedViewsService } from './saved-views.service';
import type { PageOfViews } from './viewed-page';

/** The five root fields of a page's views; the page itself adds what its own objects and inputs show. */
export function savedViewResolver<Shown extends object, Update extends UpdateViewFields>(
  page: PageOfViews<Shown>,
  View: Type<SavedViewObject>,
  CreateInput: Type<CreateViewFields>,
  UpdateInput: Type<Update>,
  idOf: (input: Update) => Id,
) {
  const { name } = page;
  const root = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const idName = `${root}Id`;

  const withView = (what: string) => {
    @ObjectType(`${what}${name}Success`)
    class Success {
      @Field(() => View)
      view!: SavedViewObject;
    }
    return Success;
  };

  @ObjectType(`Delete${name}Success`)
  class Deleted {
    @Field(() => ID, { name: idName })
    id!: string;
  }

  const unionOf = (what: string, success: Type<unknown>, errors: readonly Type<unknown>[]) =>
    resultUnion(`${what}${name}Result`, [success, ...errors]);
  const Created = unionOf('Create', withView('Create'), [InvalidInput, NotFound]);
  const Updated = unionOf('Update', withView('Update'), commonErrors);
  const Gone = unionOf('Delete', Deleted, [NotFound]);
  const Restored = unionOf('Restore', withView('Restore'), [NotFound]);

  @Resolver({ isAbstract: true })
  abstract class SavedViewResolver {
    constructor(
      readonly views: SavedViewsService,
      readonly lists: SavedViewsQuery,
    ) {}

    @Query(() => [View], {
      name: `${root}s`,
      description: 'The viewer’s own and those that are shared with them, by name.',
    })
    async list(@Viewer() viewer: CurrentMember) {
      return this.lists.list(page, viewer);
    }

    @Mutation(() => Created, { name: `create${name}` })
    async create(@Viewer() viewer: CurrentMember, @Args('input', { type: () => CreateInput }) input: CreateViewFields) {
      return this.withView(`Create${name}Success`, viewer, await this.views.create(page, viewer, input));
    }

    @Mutation(() => Updated, { name: `update${name}` })
    async update(@Viewer() viewer: CurrentMember, @Args('input', { type: () => UpdateInput }) input: Update) {
      return this.withView(`Update${name}Success`, viewer, await this.views.update(page, viewer, idOf(input), input));
    }

    @Mutation(() => Gone, { name: `delete${name}` })
    async delete(@Viewer() viewer: CurrentMember, @Args(idName, { type: () => ID }) id: Id) {
      return toResult(`Delete${name}Success`, await this.views.delete(page, viewer, id), () => ({ id }));
    }

    @Mutation(() => Restored, { name: `restore${name}` })
    async restore(@Viewer() viewer: CurrentMember, @Args(idName, { type: () => ID }) id: Id) {
      return this.withView(`Restore${name}Success`, viewer, await this.views.restore(page, viewer, id));
    }

    async withView(success: string, viewer: CurrentMember, result: Result<Id, CommandError>) {
      const view = result.ok ? await this.lists.view(page, viewer, result.value) : null;
      return toResult(success, result, () => ({ view }));
    }
  }
  return SavedViewResolver;
}
