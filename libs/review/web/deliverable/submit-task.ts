import { graphql } from '@planerka/platform/web';

export const SubmitTask = graphql(`
  mutation SubmitTask($input: SubmitTaskInput!) {
    submitTask(input: $input) {
      __typename
      ... on IllegalTransition {
        state
        action
        reason
      }
      ... on InvalidInput {
        issues {
          path
          code
          params
        }
      }
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
`);
