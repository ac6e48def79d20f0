import { Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { QueuedTaskObject } from './queue.object';
import { QueueService } from './queue.service';

@Resolver()
export class QueueResolver {
  constructor(private readonly queues: QueueService) {}

  @Query(() => [QueuedTaskObject], {
    description: 'What the viewer has to do, in the order that is suggested, and why.',
  })
  myQueue(@Viewer() viewer: CurrentMember): Promise<readonly QueuedTaskObject[]> {
    return this.queues.mine(viewer);
  }
}
