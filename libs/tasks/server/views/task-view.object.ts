import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import { CreateViewFields, SavedViewObject, UpdateViewFields } from '@planerka/clients/server';
import { graphqlEnum } from '@planerka/platform/server';
import {
  taskLayouts,
  timelineGroupings,
  timelineZooms,
  type TasksShown,
  type TaskState,
  type TimelineZoom,
} from '@planerka/tasks/domain';
import { TaskStateEnum } from '../tasks/task-enums';
import { TaskOrderEnum } from '../tasks/task.inputs';

const TaskLayoutEnum = graphqlEnum('TaskLayout', taskLayouts);
const TimelineGroupingEnum = graphqlEnum('TimelineGrouping', timelineGroupings, 'How the timeline is grouped.');
const TimelineZoomEnum = graphqlEnum('TimelineZoom', Object.keys(timelineZooms) as TimelineZoom[]);

/** One list of what is shown, for what is asked and what is answered. */
@InputType('TasksShownInput')
@ObjectType('TasksShown', { description: 'What the page of tasks shows, and how.' })
export class TasksShownObject implements TasksShown {
  @Field(() => TaskLayoutEnum, { defaultValue: 'board' })
  layout!: TasksShown['layout'];

  @Field(() => TaskOrderEnum, { nullable: true, description: 'As the page orders them itself where it is null.' })
  orderedBy!: TasksShown['orderedBy'];

  @Field({ defaultValue: '', description: 'Part of the title.' })
  search!: string;

  @Field(() => ID, { nullable: true })
  campaignId!: string | null;

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => DisciplineEnum, { nullable: true })
  discipline!: Discipline | null;

  @Field({ defaultValue: false, description: 'Of whoever looks at it.' })
  isMine!: boolean;

  @Field({ defaultValue: false })
  isOverdue!: boolean;

  @Field(() => [TaskStateEnum], { defaultValue: [] })
  states!: TaskState[];

  @Field({ defaultValue: false })
  withClosed!: boolean;

  @Field(() => TimelineZoomEnum, { defaultValue: 'month', description: 'Of the timeline.' })
  zoom!: TimelineZoom;

  @Field(() => TimelineGroupingEnum, { defaultValue: 'person' })
  groupedBy!: TasksShown['groupedBy'];

  @Field({ defaultValue: false, description: 'The timeline as a list.' })
  asList!: boolean;
}

@ObjectType('TaskView', { description: 'A choice of the page of tasks, kept under a name.' })
export class TaskViewObject extends SavedViewObject {
  @Field(() => TasksShownObject)
  shown!: TasksShownObject;
}

@InputType()
export class CreateTaskViewInput extends CreateViewFields {
  @Field(() => TasksShownObject)
  shown!: TasksShownObject;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateTaskViewInput extends UpdateViewFields {
  @Field(() => ID)
  taskViewId!: string;

  @Field(() => TasksShownObject, { nullable: true, description: 'As a whole.' })
  shown?: TasksShownObject | null;
}
