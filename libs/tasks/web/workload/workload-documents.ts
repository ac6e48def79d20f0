import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  InvalidInputFragment,
  type ResultOf,
} from '@planerka/platform/web';

export const WorkloadQuery = graphql(`
  query Workload {
    viewer {
      id
      role
    }
    workload {
      weeks
      unassigned
      people {
        id
        name
        role
        disciplines
        weeklyHours
        spentThisWeekMinutes
        laterMinutes
        openTasks
        uncounted
        canEditAbsences
        absences {
          id
          kind
          startsOn
          endsOn
          note
        }
        cells {
          plannedMinutes
          capacityMinutes
          daysAway
        }
      }
    }
  }
`);

export const WorkloadTasksQuery = graphql(`
  query WorkloadTasks($memberId: ID) {
    workloadTasks(memberId: $memberId) {
      elsewhereMinutes
      tasks {
        id
        title
        clientName
        state
        discipline
        assigneeId
        dueAt
        isOverdue
        estimatedMinutes
        spentMinutes
        version
        minutes
        laterMinutes
        canHandOver
      }
    }
  }
`);

export const HandOverTaskMutation = graphql(
  `
    mutation HandOverTask($input: HandOverTaskInput!) {
      handOverTask(input: $input) {
        __typename
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          reason
        }
        ... on TaskSuccess {
          task {
            id
            state
            version
            assignee {
              id
              name
            }
          }
        }
      }
    }
  `,
  [InvalidInputFragment],
);

type WorkloadData = ResultOf<typeof WorkloadQuery>['workload'];
export type Workload = WorkloadData;
export type LoadedPerson = WorkloadData['people'][number];
export type LoadTask = NonNullable<ResultOf<typeof WorkloadTasksQuery>['workloadTasks']>['tasks'][number];

const lists = ['workload', 'workloadTasks'] as const;

defineCacheUpdates({
  Mutation: {
    handOverTask: (_result, _args, cache) => forget(cache, ...lists, 'taskTimeline', 'taskBoard', 'tasks', 'today'),
  },
});
defineLiveUpdates({ task: lists, member: lists });
