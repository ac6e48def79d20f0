import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  InvalidInputFragment,
  type ResultOf,
} from '@planerka/platform/web';
import { TaskRisk_risk } from '../risk/use-risk-words';

const TimelineTask_task = graphql(
  `
    fragment TimelineTask_task on TimelineTask @_unmask {
      id
      title
      state
      discipline
      startsOn
      endsOn
      start
      dueOn
      dueAt
      proposedDueOn
      estimatedMinutes
      spentMinutes
      isBlocked
      isBroken
      way
      canHandOver
      version
      client {
        id
        name
      }
      campaign {
        thingId
        name
      }
      item {
        thingId
        name
      }
      assignee {
        id
        name
      }
      before {
        taskId
        title
        state
        dueOn
      }
      risk {
        ...TaskRisk_risk
      }
    }
  `,
  [TaskRisk_risk],
);

export const TaskTimelineQuery = graphql(
  `
    query TaskTimeline($filter: TaskFilter!, $from: Date, $days: Int!) {
      taskTimeline(filter: $filter, from: $from, days: $days, first: 300) {
        today
        from
        to
        daysOff
        undecreedYears
        endCursor
        people {
          memberId
          name
          disciplines
          weeklyHours
          plannedMinutes
          capacityMinutes
          elsewhereMinutes
          absences {
            id
            kind
            startsOn
            endsOn
          }
        }
        tasks {
          ...TimelineTask_task
        }
        undated {
          ...TimelineTask_task
        }
      }
    }
  `,
  [TimelineTask_task],
);

/** What is due after those that are shown. */
export const MoreTimelineQuery = graphql(
  `
    query MoreTimeline($filter: TaskFilter!, $from: Date, $days: Int!, $after: String!) {
      taskTimeline(filter: $filter, from: $from, days: $days, first: 300, after: $after) {
        endCursor
        tasks {
          ...TimelineTask_task
        }
      }
    }
  `,
  [TimelineTask_task],
);

export const RescheduleQuery = graphql(`
  query TaskReschedule($id: ID!, $on: Date!) {
    taskReschedule(taskId: $id, dueOn: $on) {
      way
      dueAt
      newDueAt
      isAccepted
      budgetMonth
      hasUnissuedChanges
      version
      fee {
        amount
        currency
      }
      findings {
        field
        code
        params
        blocks
      }
      breaks {
        kind
        taskId
        title
        on
      }
    }
  }
`);

export const RescheduleTaskMutation = graphql(
  `
    mutation RescheduleTask($input: RescheduleTaskInput!) {
      rescheduleTask(input: $input) {
        __typename
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          reason
        }
        ... on BriefNotReady {
          findings {
            field
            code
            params
            blocks
          }
        }
        ... on TaskSuccess {
          task {
            id
            state
            version
            dueAt
            briefNumber
          }
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export type Timeline = ResultOf<typeof TaskTimelineQuery>['taskTimeline'];
export type TimelinePerson = Timeline['people'][number];
export type TimelineTask = Timeline['tasks'][number];
export type Reschedule = NonNullable<ResultOf<typeof RescheduleQuery>['taskReschedule']>;

const shown = ['taskTimeline'] as const;

defineCacheUpdates({
  Mutation: {
    rescheduleTask: (_result, args, cache) => {
      forget(cache, ...shown, 'taskBoard', 'tasks', 'today', 'workload', 'workloadTasks');
      const { taskId } = (args as { input: { taskId: string } }).input;
      cache.invalidate({ __typename: 'Task', id: taskId }, 'details');
    },
  },
});
defineLiveUpdates({ task: shown, time: shown, absence: shown, member: shown, item: shown });
