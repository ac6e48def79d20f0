import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  InvalidInputFragment,
  type ResultOf,
  type VariablesOf,
} from '@planerka/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

export const TaskView_view = graphql(`
  fragment TaskView_view on TaskView @_unmask {
    id
    name
    isShared
    isOwn
    authorName
    clientId
    clientName
    viewerCanEdit
    version
    shown {
      layout
      orderedBy
      search
      campaignId
      assigneeId
      discipline
      isMine
      isOverdue
      states
      withClosed
      zoom
      groupedBy
      asList
    }
  }
`);

export type TaskView = ResultOf<typeof TaskView_view>;

export const TaskViewsQuery = graphql(
  `
    query TaskViews {
      taskViews {
        id
        ...TaskView_view
      }
    }
  `,
  [TaskView_view],
);

export const CreateTaskViewMutation = graphql(
  `
    mutation CreateTaskView($input: CreateTaskViewInput!) {
      createTaskView(input: $input) {
        __typename
        ... on CreateTaskViewSuccess {
          view {
            id
            ...TaskView_view
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, TaskView_view],
);

export const UpdateTaskViewMutation = graphql(
  `
    mutation UpdateTaskView($input: UpdateTaskViewInput!) {
      updateTaskView(input: $input) {
        __typename
        ... on UpdateTaskViewSuccess {
          view {
            id
            ...TaskView_view
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, TaskView_view],
);

export const DeleteTaskViewMutation = graphql(`
  mutation DeleteTaskView($id: ID!) {
    deleteTaskView(taskViewId: $id) {
      __typename
      ... on DeleteTaskViewSuccess {
        taskViewId
      }
    }
  }
`);

export const RestoreTaskViewMutation = graphql(
  `
    mutation RestoreTaskView($id: ID!) {
      restoreTaskView(taskViewId: $id) {
        __typename
        ... on RestoreTaskViewSuccess {
          view {
            id
            ...TaskView_view
          }
        }
      }
    }
  `,
  [TaskView_view],
);

export type TasksShownInput = VariablesOf<typeof CreateTaskViewMutation>['input']['shown'];

const changed: UpdateResolver = (_result, _args, cache) => forget(cache, 'taskViews');

defineCacheUpdates({
  Mutation: {
    createTaskView: changed,
    updateTaskView: changed,
    deleteTaskView: changed,
    restoreTaskView: changed,
  },
});
defineLiveUpdates({ taskView: ['taskViews'] });
