import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  InvalidInputFragment,
  type ResultOf,
} from '@planerka/platform/web';

export const TaskTimeQuery = graphql(`
  query TaskTime($taskId: ID!) {
    taskTime(taskId: $taskId) {
      estimatedMinutes
      spentMinutes
      canEnter
      canStart
      people {
        memberId
        name
        minutes
      }
      entries {
        id
        spentOn
        minutes
        startedAt
        note
        version
      }
      running {
        entryId
        taskId
        taskTitle
        startedAt
        isForgotten
      }
    }
  }
`);

export const RunningTimerQuery = graphql(`
  query RunningTimer {
    runningTimer {
      entryId
      taskId
      taskTitle
      startedAt
      isForgotten
    }
  }
`);

const TimeAnswer = graphql(
  `
    fragment TimeAnswer on TimeResult @_unmask {
      __typename
      ...InvalidInput
      ... on TimeChanged {
        entryId
        taskId
        version
      }
      ... on TimerForgotten {
        entryId
        taskId
        taskTitle
        startedAt
      }
      ... on IllegalTransition {
        state
        reason
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  `,
  [InvalidInputFragment],
);

export const StartTimerMutation = graphql(
  `
    mutation StartTimer($taskId: ID!) {
      startTimer(taskId: $taskId) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export const StopTimerMutation = graphql(
  `
    mutation StopTimer($entryId: ID!, $minutes: Int) {
      stopTimer(entryId: $entryId, minutes: $minutes) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export const ResumeTimerMutation = graphql(
  `
    mutation ResumeTimer($entryId: ID!) {
      resumeTimer(entryId: $entryId) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export const EnterTimeMutation = graphql(
  `
    mutation EnterTime($input: EnterTimeInput!) {
      enterTime(input: $input) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export const ChangeTimeMutation = graphql(
  `
    mutation ChangeTime($input: ChangeTimeInput!) {
      changeTime(input: $input) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export const RemoveTimeMutation = graphql(
  `
    mutation RemoveTime($entryId: ID!) {
      removeTime(entryId: $entryId) {
        __typename
        ...TimeAnswer
      }
    }
  `,
  [TimeAnswer],
);

export type TaskTime = NonNullable<ResultOf<typeof TaskTimeQuery>['taskTime']>;
export type TimeEntry = TaskTime['entries'][number];
export type RunningTimer = NonNullable<TaskTime['running']>;

const shown = ['taskTime', 'runningTimer', 'workload', 'workloadTasks', 'tasks'] as const;
const renew = {
  update: (_result: unknown, _args: unknown, cache: Parameters<typeof forget>[0]) => forget(cache, ...shown),
};

defineCacheUpdates({
  Mutation: {
    startTimer: renew.update,
    stopTimer: renew.update,
    resumeTimer: renew.update,
    enterTime: renew.update,
    changeTime: renew.update,
    removeTime: renew.update,
  },
});
defineLiveUpdates({ time: shown, task: ['taskTime'] });
