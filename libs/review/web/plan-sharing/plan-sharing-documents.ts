import {
  defineCacheUpdates,
  defineLiveUpdates,
  forget,
  graphql,
  InvalidInputFragment,
  type ResultOf,
} from '@planerka/platform/web';

const PlanSharingFragment = graphql(`
  fragment PlanSharing on PlanSharing @_unmask {
    standing
    decision {
      id
      name
      kind
      comment
      decidedAt
      verdicts {
        itemId
        title
        comment
        isGone
      }
    }
    decider
    agreed
    waiting
    approvalMode
    voices {
      id
      name
      kind
      comment
      decidedAt
      wanted {
        title
        comment
      }
    }
    entries {
      itemId
      title
      publishAt
      standing
    }
    links {
      id
      contactId
      name
      state
      hasPin
      asksApproval
      isFinal
      mustAgree
      dueAt
      remindedAt
      expiresAt
      visits
      lastVisitAt
      standingIfRevoked
    }
    remarks {
      id
      itemId
      author
      isFromAgency
      body
      createdAt
    }
    contacts {
      id
      name
      position
      isFinalApprover
    }
  }
`);

export const PlanSharingQuery = graphql(
  `
    query PlanSharingDrawer($clientId: ID!, $month: Month!) {
      planSharing(clientId: $clientId, month: $month) {
        ...PlanSharing
      }
    }
  `,
  [PlanSharingFragment],
);

export const SharePlanMutation = graphql(
  `
    mutation SharePlan($input: SharePlanInput!) {
      sharePlan(input: $input) {
        __typename
        ... on PlanShared {
          planLinkId
          url
          mailedTo
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const RevokePlanLinkMutation = graphql(
  `
    mutation RevokePlanLink($input: RevokePlanLinkInput!) {
      revokePlanLink(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const AddPlanRemarkMutation = graphql(
  `
    mutation AddPlanRemark($input: AddPlanRemarkInput!) {
      addPlanRemark(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export type Sharing = NonNullable<ResultOf<typeof PlanSharingQuery>['planSharing']>;

defineCacheUpdates({
  Mutation: {
    sharePlan: (_result, _args, cache) => forget(cache, 'planSharing', 'planApprovals'),
    revokePlanLink: (_result, _args, cache) => forget(cache, 'planSharing', 'planApprovals'),
    addPlanRemark: (_result, _args, cache) => forget(cache, 'planSharing'),
  },
});
/** Months that clients were asked about, for the page of requests. */
export const PlanApprovalsQuery = graphql(`
  query PlanApprovals {
    planApprovals {
      id
      clientId
      clientName
      month
      standing
      items
      agreed
      waiting
      dueAt
      isOverdue
      decidedBy
      decidedAt
      asked {
        name
        isFinal
      }
    }
  }
`);

export type PlanApproval = ResultOf<typeof PlanApprovalsQuery>['planApprovals'][number];

defineLiveUpdates({ plan: ['planSharing', 'planApprovals'], item: ['planSharing', 'planApprovals'] });
