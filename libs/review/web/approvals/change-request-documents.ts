import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  type ResultOf,
  InvalidInputFragment,
} from '@planerka/platform/web';

export const ChangeRequestFragment = graphql(`
  fragment ChangeRequestFields on ChangeRequest @_unmask {
    id
    taskId
    taskTitle
    clientName
    round
    price {
      amount
      currency
    }
    reason
    state
    createdAt
    decidedAt
    decidedBy
    decisionNote
    version
    availableActions
  }
`);

export const ChangeRequestsQuery = graphql(
  `
    query ChangeRequests($filter: ChangeRequestFilterInput!, $first: Int!) {
      changeRequests(filter: $filter, first: $first) {
        nodes {
          ...ChangeRequestFields
        }
      }
    }
  `,
  [ChangeRequestFragment],
);

export const ConfirmChangeRequestMutation = graphql(
  `
    mutation ConfirmChangeRequest($input: ConfirmChangeRequestInput!) {
      confirmChangeRequest(input: $input) {
        __typename
        ... on ChangeRequestSuccess {
          changeRequest {
            ...ChangeRequestFields
          }
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
  [InvalidInputFragment, ChangeRequestFragment],
);

export const WaiveChangeRequestMutation = graphql(
  `
    mutation WaiveChangeRequest($input: WaiveChangeRequestInput!) {
      waiveChangeRequest(input: $input) {
        __typename
        ... on ChangeRequestSuccess {
          changeRequest {
            ...ChangeRequestFields
          }
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
  [InvalidInputFragment, ChangeRequestFragment],
);

export type ChangeRequest = ResultOf<typeof ChangeRequestFragment>;

const decided = ['changeRequests', 'today', 'waiting'];
defineCacheUpdates({
  Mutation: {
    confirmChangeRequest: (_result, _args, cache) => forget(cache, ...decided),
    waiveChangeRequest: (_result, _args, cache) => forget(cache, ...decided),
  },
});
defineLiveUpdates({ change_request: ['changeRequests', 'approvals', 'today', 'waiting'] });
