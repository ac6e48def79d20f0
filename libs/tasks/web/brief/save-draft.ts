import { graphql, InvalidInputFragment } from '@planerka/platform/web';

export const BriefDraft_task = graphql(`
  fragment BriefDraft_task on Task {
    id
    title
    state
    discipline
    version
    dueAt
    estimatedMinutes
    wantsClientApproval
    briefNumber
    viewerCanEdit
    fee {
      amount
      currency
    }
    assignee {
      id
      name
    }
    predecessors {
      id
      title
      state
    }
    client {
      id
      name
    }
    availableActions {
      action
      isPrimary
      to
      count
    }
    details {
      briefFiles {
        id
        name
        mime
        size
        url
        thumbnailUrl
      }
      draft {
        id
        version
        data
        brand
        dueAt
        updatedAt
        fee {
          amount
          currency
        }
        suggestedFee {
          amount
          currency
        }
        findings {
          field
          code
          params
          blocks
        }
      }
    }
  }
`);

export const SaveBriefDraftMutation = graphql(
  `
    mutation SaveBriefDraft($input: SaveBriefDraftInput!) {
      saveBriefDraft(input: $input) {
        __typename
        ... on TaskSuccess {
          task {
            ...BriefDraft_task
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [InvalidInputFragment, BriefDraft_task],
);
