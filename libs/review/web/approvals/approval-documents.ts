import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  type ResultOf,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { ChangeRequestFragment } from './change-request-documents';

export const ApprovalDetailsFragment = graphql(
  `
    fragment ApprovalDetails on Approval @_unmask {
      id
      title
      message
      changes
      state
      mode
      stateReason
      silencePolicy
      remindedAt
      round
      includedRounds
      dueAt
      isOverdue
      sentAt
      sentBy
      decidedAt
      version
      availableActions
      client {
        id
        name
      }
      subjects {
        id
        taskId
        title
        itemTitle
        publishAt
        taskState
        deliverableNumber
        isCurrent
      }
      links {
        id
        contactId
        contactName
        contactPosition
        isFinal
        state
        hasPin
        expiresAt
        visits
        lastVisitAt
        approvesIfRevoked
      }
      decisions {
        id
        contactId
        contactName
        kind
        comment
        contentHash
        ipAddress
        userAgent
        decidedAt
        voidedAt
        voidReason
      }
      changeRequests {
        ...ChangeRequestFields
      }
    }
  `,
  [ChangeRequestFragment],
);

/** When and from where the links of one request were used: a page of requests would be long with it. */
export const LinkUsesQuery = graphql(`
  query LinkUses($approvalId: ID!) {
    approval(id: $approvalId) {
      id
      links {
        id
        uses {
          id
          kind
          ipAddress
          at
        }
      }
    }
  }
`);

const SentLinks = graphql(`
  fragment SentLinks on ApprovalSent @_unmask {
    links {
      linkId
      contactName
      url
      mailedTo
    }
  }
`);

export const ApprovalsQuery = graphql(
  `
    query Approvals($filter: ApprovalFilterInput!, $first: Int!, $after: String) {
      approvals(filter: $filter, first: $first, after: $after) {
        nodes {
          ...ApprovalDetails
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ApprovalDetailsFragment],
);

export const ApprovalDraftQuery = graphql(`
  query ApprovalDraft($taskIds: [ID!]!, $itemIds: [ID!]!) {
    approvalDraft(taskIds: $taskIds, itemIds: $itemIds) {
      round
      includedRounds
      isMailed
      silencePolicy
      approvalMode
      dueChoices
      client {
        id
        name
      }
      subjects {
        id
        taskId
        title
        itemTitle
        publishAt
        deliverableNumber
      }
      contacts {
        id
        name
        position
        email
        isApprover
        isFinalApprover
      }
    }
  }
`);

export const SendForApprovalMutation = graphql(
  `
    mutation SendForApproval($input: SendForApprovalInput!) {
      sendForApproval(input: $input) {
        __typename
        ... on ApprovalSent {
          approval {
            ...ApprovalDetails
          }
          ...SentLinks
        }
        ...InvalidInput
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [InvalidInputFragment, ApprovalDetailsFragment, SentLinks],
);

export const WithdrawApprovalMutation = graphql(
  `
    mutation WithdrawApproval($input: WithdrawApprovalInput!) {
      withdrawApproval(input: $input) {
        __typename
        ... on ApprovalSuccess {
          approval {
            ...ApprovalDetails
          }
        }
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [ApprovalDetailsFragment],
);

export const RenewApprovalLinkMutation = graphql(
  `
    mutation RenewApprovalLink($input: RenewApprovalLinkInput!) {
      renewApprovalLink(input: $input) {
        __typename
        ... on ApprovalSent {
          approval {
            ...ApprovalDetails
          }
          ...SentLinks
        }
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [ApprovalDetailsFragment, SentLinks],
);

export const RevokeApprovalLinkMutation = graphql(
  `
    mutation RevokeApprovalLink($input: RevokeApprovalLinkInput!) {
      revokeApprovalLink(input: $input) {
        __typename
        ... on ApprovalSuccess {
          approval {
            ...ApprovalDetails
          }
        }
      }
    }
  `,
  [ApprovalDetailsFragment],
);

export type Approval = ResultOf<typeof ApprovalDetailsFragment>;
export type SentLink = ResultOf<typeof SentLinks>['links'][number];
export type ApprovalDraft = NonNullable<ResultOf<typeof ApprovalDraftQuery>['approvalDraft']>;

// Sending and withdrawing move tasks and publications: whatever shows them asks again.
const moved = ['approvals', 'approvalDraft', 'task', 'tasks', 'taskBoard', 'today', 'contentPlan'];
defineCacheUpdates({
  Mutation: {
    sendForApproval: (_result, _args, cache) => forget(cache, ...moved),
    withdrawApproval: (_result, _args, cache) => forget(cache, ...moved),
  },
});
defineLiveUpdates({ approval: ['approvals', 'approval', 'approvalDraft'], task: ['approvals', 'approvalDraft'] });
