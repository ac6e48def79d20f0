import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { TimeQuery } from './time.query';
import { TimeService, type TimeCommand } from './time.service';
import { ChangeTimeInput, EnterTimeInput, RunningTimerObject, TaskTimeObject, TimeResult } from './time.object';

const answer = async (command: TimeCommand) => toResult('TimeChanged', await command, (changed) => changed);

@Resolver()
export class TimeResolver {
  constructor(
    private readonly time: TimeService,
    private readonly query: TimeQuery,
  ) {}

  @Query(() => TaskTimeObject, { nullable: true, description: 'Null for whoever may not see the task.' })
  taskTime(
    @Viewer() viewer: CurrentMember,
    @Args('taskId', { type: () => ID }) taskId: string,
  ): Promise<TaskTimeObject | null> {
    return this.query.ofTask(viewer, taskId);
  }

  @Query(() => RunningTimerObject, { nullable: true, description: 'The viewer’s own timer, where one runs.' })
  runningTimer(@Viewer() viewer: CurrentMember): Promise<RunningTimerObject | null> {
    return this.query.running(viewer);
  }

  @Mutation(() => TimeResult, { description: 'The timer that ran before is stopped by it.' })
  startTimer(@Viewer() viewer: CurrentMember, @Args('taskId', { type: () => ID }) taskId: string) {
    return answer(this.time.start(viewer, taskId));
  }

  @Mutation(() => TimeResult, {
    description: 'With `minutes` it counts those: the answer where a timer was forgotten.',
  })
  stopTimer(
    @Viewer() viewer: CurrentMember,
    @Args('entryId', { type: () => ID }) entryId: string,
    @Args('minutes', { type: () => Int, nullable: true }) minutes: number | null,
  ) {
    return answer(this.time.stop(viewer, entryId, minutes));
  }

  @Mutation(() => TimeResult, {
    description: 'A stopped timer goes on with what it has counted; refused while another one runs.',
  })
  resumeTimer(@Viewer() viewer: CurrentMember, @Args('entryId', { type: () => ID }) entryId: string) {
    return answer(this.time.resume(viewer, entryId));
  }

  @Mutation(() => TimeResult)
  enterTime(@Viewer() viewer: CurrentMember, @Args('input') input: EnterTimeInput) {
    return answer(this.time.enter(viewer, input));
  }

  @Mutation(() => TimeResult)
  changeTime(@Viewer() viewer: CurrentMember, @Args('input') input: ChangeTimeInput) {
    return answer(this.time.change(viewer, input));
  }

  @Mutation(() => TimeResult, { description: 'A timer that runs goes, too.' })
  removeTime(@Viewer() viewer: CurrentMember, @Args('entryId', { type: () => ID }) entryId: string) {
    return answer(this.time.remove(viewer, entryId));
  }
}
