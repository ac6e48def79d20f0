import { defineCacheUpdates, defineLiveUpdates, forget, graphql, InvalidInputFragment } from '@planerka/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** What an action changes of a task on any screen. */
export const TaskChange_task = graphql(`
  fragment TaskChange_task on Task {
    id
    state
    court
    stateSince
    dueAt
    isOverdue
    isBlocked
    declineReason
    version
    briefNumber
    deliverableNumber
    rounds
    issuedAt
    acceptedAt
    submittedAt
    doneAt
    openComments
    fee {
      amount
      currency
    }
    availableActions {
      action
      isPrimary
      to
      count
    }
  }
`);

const TaskRefusal_result = graphql(
  `
    fragment TaskRefusal_result on TaskActionResult {
      __typename
      ... on IllegalTransition {
        state
        action
        reason
        names
      }
      ... on BriefNotReady {
        findings {
          field
          code
          params
          blocks
        }
      }
      ... on BudgetExceeded {
        category
        month
        available {
          amount
          currency
        }
        needed {
          amount
          currency
        }
        missing {
          amount
          currency
        }
      }
      ...InvalidInput
      ... on StaleVersion {
        currentVersion
      }
    }
  `,
  [InvalidInputFragment],
);

const parts = [TaskChange_task, TaskRefusal_result] as const;

const IssueTask = graphql(
  `
    mutation IssueTask($input: TaskActionInput!) {
      issueTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const AcceptTask = graphql(
  `
    mutation AcceptTask($input: TaskActionInput!) {
      acceptTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const ApproveTask = graphql(
  `
    mutation ApproveTask($input: TaskActionInput!) {
      approveTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const DeclineTask = graphql(
  `
    mutation DeclineTask($input: TaskActionWithReasonInput!) {
      declineTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const ReviseTask = graphql(
  `
    mutation ReviseTask($input: TaskActionWithReasonInput!) {
      reviseTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const RequestTaskChanges = graphql(
  `
    mutation RequestTaskChanges($input: TaskActionWithReasonInput!) {
      requestTaskChanges(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const WithdrawTask = graphql(
  `
    mutation WithdrawTask($input: TaskActionWithReasonInput!) {
      withdrawTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const CancelTask = graphql(
  `
    mutation CancelTask($input: TaskActionWithReasonInput!) {
      cancelTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);
const ReopenTask = graphql(
  `
    mutation ReopenTask($input: TaskActionWithReasonInput!) {
      reopenTask(input: $input) {
        __typename
        ...TaskRefusal_result
        ... on TaskSuccess {
          task {
            ...TaskChange_task
          }
        }
      }
    }
  `,
  parts,
);

/** One press. */
export const plainCommands = { ISSUE: IssueTask, ACCEPT: AcceptTask, APPROVE: ApproveTask } as const;

/** After a word on why. */
export const reasonedCommands = {
  DECLINE: DeclineTask,
  REVISE: ReviseTask,
  REQUEST_CHANGES: RequestTaskChanges,
  WITHDRAW: WithdrawTask,
  CANCEL: CancelTask,
  REOPEN: ReopenTask,
} as const;

export type PlainAction = keyof typeof plainCommands;
export type ReasonedAction = keyof typeof reasonedCommands;

export const isPlain = (action: string): action is PlainAction => Object.hasOwn(plainCommands, action);
export const isReasoned = (action: string): action is ReasonedAction => Object.hasOwn(reasonedCommands, action);

const lists = ['taskBoard', 'tasks', 'today'] as const;

/** Lists order by what an action changes; brief, activity and versions are the page's, and ask again. */
const moved: UpdateResolver = (_result, args, cache) => {
  forget(cache, ...lists);
  const { taskId } = (args as { input: { taskId?: string } }).input;
  if (taskId) cache.invalidate({ __typename: 'Task', id: taskId }, 'details');
};

const mutations = [
  'issueTask',
  'acceptTask',
  'approveTask',
  'declineTask',
  'reviseTask',
  'submitTask',
  'requestTaskChanges',
  'withdrawTask',
  'cancelTask',
  'reopenTask',
  'createTask',
  'createTaskChain',
];

defineCacheUpdates({ Mutation: Object.fromEntries(mutations.map((name) => [name, moved])) });
defineLiveUpdates({ task: lists });
