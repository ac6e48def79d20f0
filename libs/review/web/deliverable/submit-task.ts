import { graphql, InvalidInputFragment } from '@planerka/platform/web';

export const SubmitTask = graphql(
  `
    mutation SubmitTask($input: SubmitTaskInput!) {
      submitTask(input: $input) {
        __typename
        ... on IllegalTransition {
          state
          action
          reason
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on TaskSuccess {
          task {
            id
            state
            court
            stateSince
            version
            deliverableNumber
            submittedAt
            isOverdue
            availableActions {
              action
              isPrimary
              to
              count
            }
          }
        }
      }
    }
  `,
  [InvalidInputFragment],
);
