import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { pageSize } from '@planerka/platform/server';
import { SearchArgs, SearchAnswerObject } from './search.object';
import { SearchQuery } from './search.query';

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchQuery) {}

  @Query(() => SearchAnswerObject, { description: 'What people wrote, among what the viewer may see.' })
  search(@Viewer() viewer: CurrentMember, @Args() args: SearchArgs): Promise<SearchAnswerObject> {
    const { query: text, kinds, clientId = null, after = null } = args;
    return this.searching.find(viewer, { text, kinds, clientId, after, first: pageSize(args) });
  }
}
