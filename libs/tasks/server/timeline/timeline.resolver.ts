import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { PlainDate } from '@planerka/platform/domain';
import { DateScalar } from '@planerka/platform/server';
import { toTaskResult } from '../tasks/task-answers';
import { TaskFilterInput } from '../tasks/task.inputs';
import { TaskActionResult } from '../tasks/task.results';
import { RescheduleService } from './reschedule.service';
import { RescheduleTaskInput, TaskRescheduleObject, TaskTimelineObject } from './timeline.object';
import { maxTimelineTasks, TimelineService } from './timeline.service';

@Resolver()
export class TimelineResolver {
  constructor(
    private readonly timelines: TimelineService,
    private readonly reschedules: RescheduleService,
  ) {}

  @Query(() => TaskTimelineObject, { description: 'Tasks the viewer may see, over the days of a window.' })
  taskTimeline(
    @Viewer() viewer: CurrentMember,
    @Args('filter', { type: () => TaskFilterInput, defaultValue: {} }) filter: TaskFilterInput,
    @Args('from', { type: () => DateScalar, nullable: true, description: 'Absent: the Monday of this week.' })
    from: PlainDate | null,
    @Args('days', { type: () => Int, defaultValue: 14 }) days: number,
    @Args('first', { type: () => Int, defaultValue: maxTimelineTasks }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TaskTimelineObject> {
    return this.timelines.timeline(viewer, { filter, from: from ?? null, days, first, after: after ?? null });
  }

  @Query(() => TaskRescheduleObject, {
    nullable: true,
    description: 'What another due day would do; null for whoever may not move it.',
  })
  taskReschedule(
    @Viewer() viewer: CurrentMember,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('dueOn', { type: () => DateScalar }) dueOn: PlainDate,
  ): Promise<TaskRescheduleObject | null> {
    return this.reschedules.preview(viewer, taskId, dueOn);
  }

  @Mutation(() => TaskActionResult, {
    description: 'Of a draft at once; of an issued task by a revision of its brief, which is to be accepted again.',
  })
  async rescheduleTask(@Viewer() viewer: CurrentMember, @Args('input') input: RescheduleTaskInput) {
    return toTaskResult(await this.reschedules.reschedule(viewer, input));
  }
}
