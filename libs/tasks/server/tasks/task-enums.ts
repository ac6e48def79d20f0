import { graphqlEnum } from '@planerka/platform/server';
import { taskActions, taskStates } from '@planerka/tasks/domain';

export const TaskStateEnum = graphqlEnum('TaskState', taskStates);
export const TaskActionEnum = graphqlEnum('TaskAction', [...taskActions, 'ask', 'answer']);
export const CourtEnum = graphqlEnum('Court', ['manager', 'specialist', 'client', 'nobody'], 'Whose move it is.');
