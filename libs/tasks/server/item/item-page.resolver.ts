import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ContentItemObject } from '@planerka/content-plan/server';
import { ItemMediaObject, ItemPreflightObject, ItemTextObject } from './item-page.object';
import type { ItemPageFields } from './item-page.read';

/** What was handed in for a publication, and how it stands before it goes out. */
@Resolver(() => ContentItemObject)
export class ItemPageResolver {
  @ResolveField(() => ItemTextObject, {
    nullable: true,
    description: 'Null where there is none that the viewer may see.',
  })
  text(@Parent() item: ItemPageFields) {
    return item.text;
  }

  @ResolveField(() => ItemMediaObject, {
    nullable: true,
    description: 'Null where there is none that the viewer may see.',
  })
  media(@Parent() item: ItemPageFields) {
    return item.media;
  }

  @ResolveField(() => ItemPreflightObject)
  preflight(@Parent() item: ItemPageFields) {
    return item.preflight;
  }
}
