import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context';
import { FileObject } from './file.object';
import { FileQuery } from './file.query';

@Resolver()
export class FileResolver {
  constructor(private readonly files: FileQuery) {}

  @Query(() => FileObject, { nullable: true, description: 'A file one has just uploaded.' })
  file(@Context() context: GraphQLContext, @Args('id', { type: () => ID }) id: string): Promise<FileObject | null> {
    return context.actor?.agencyId ? this.files.file(context.actor, id) : Promise.resolve(null);
  }
}
