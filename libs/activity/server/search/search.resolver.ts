import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { FoundObject, SearchQuery } from './search.query';

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchQuery) {}

  @Query(() => [FoundObject], { description: 'At least two characters; at most six of a kind.' })
  search(@Viewer() viewer: CurrentMember, @Args('text') text: string): Promise<FoundObject[]> {
    return this.searching.find(viewer, text);
  }
}
