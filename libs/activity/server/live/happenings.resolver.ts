import { Resolver, Subscription } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { LiveStream } from '@planerka/platform/server';
import { HappeningObject } from './happening.object';
import { Happenings } from './happenings';

@Resolver()
export class HappeningsResolver {
  constructor(private readonly happenings: Happenings) {}

  @Subscription(() => HappeningObject, {
    description: 'What happens in the agency, as far as the viewer may hear of it.',
  })
  happened(@Viewer() viewer: CurrentMember): LiveStream {
    return this.happenings.of(viewer);
  }
}
