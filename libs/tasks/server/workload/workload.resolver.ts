import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { HandOverService } from '../hand-over/hand-over.service';
import { toTaskResult } from '../tasks/task-answers';
import { TaskActionResult } from '../tasks/task.results';
import { HandOverTaskInput, WorkloadObject, WorkloadTasksObject } from './workload.object';
import { WorkloadService } from './workload.service';

@Resolver()
export class WorkloadResolver {
  constructor(
    private readonly loads: WorkloadService,
    private readonly handOvers: HandOverService,
  ) {}

  @Query(() => WorkloadObject, {
    description: 'Of everybody for the owner, of their squads for managers, of themself for specialists.',
  })
  workload(@Viewer() viewer: CurrentMember): Promise<WorkloadObject> {
    return this.loads.workload(viewer);
  }

  @Query(() => WorkloadTasksObject, {
    nullable: true,
    description:
      'Open tasks of one person; without one, those that nobody has. Null for whoever may not see their load.',
  })
  workloadTasks(
    @Viewer() viewer: CurrentMember,
    @Args('memberId', { type: () => ID, nullable: true }) memberId: string | null,
  ): Promise<WorkloadTasksObject | null> {
    return this.loads.tasks(viewer, memberId);
  }

  @Mutation(() => TaskActionResult, {
    description: 'To somebody else of the discipline; work that was accepted is issued anew.',
  })
  async handOverTask(@Viewer() viewer: CurrentMember, @Args('input') input: HandOverTaskInput) {
    return toTaskResult(await this.handOvers.handOverOne(viewer, input));
  }
}
