import { graphql, type ResultOf } from '@planerka/platform/web/guest';

const GuestPlan = graphql(`
  fragment GuestPlan on GuestPlan @_unmask {
    agencyName
    locale
    timeZone
    clientName
    visitorName
    message
    month
    contentHash
    viewerCanDecide
    viewerDecidesLast
    decider
    agreed
    waiting
    dueAt
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
    items {
      id
      publishAt
      publishOn
      format
      title
      idea
      isPublished
      standing
      rubric {
        name
        colour
      }
      channels {
        network
        title
      }
      links {
        network
        url
      }
      texts {
        network
        body
      }
      media {
        id
        kind
        width
        height
        url
        previewUrl
        largeUrl
      }
    }
    remarks {
      id
      itemId
      author
      isFromAgency
      isYours
      body
      createdAt
    }
  }
`);

export const GuestPlanQuery = graphql(
  `
    query GuestPlanPage {
      guestPlan {
        __typename
        ... on GuestLinkClosed {
          because
          agencyName
          locale
        }
        ... on GuestPinWanted {
          agencyName
          locale
          attemptsLeft
        }
        ... on GuestPlan {
          ...GuestPlan
        }
      }
    }
  `,
  [GuestPlan],
);

export const GuestPlanRemarkMutation = graphql(
  `
    mutation GuestPlanRemark($input: GuestPlanRemarkInput!) {
      guestPlanRemark(input: $input) {
        __typename
        ... on GuestPlanSuccess {
          plan {
            ...GuestPlan
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
          }
        }
      }
    }
  `,
  [GuestPlan],
);

export const GuestPlanDecideMutation = graphql(
  `
    mutation GuestPlanDecide($input: GuestPlanDecideInput!) {
      guestPlanDecide(input: $input) {
        __typename
        ... on GuestPlanSuccess {
          plan {
            ...GuestPlan
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
          }
        }
      }
    }
  `,
  [GuestPlan],
);

export type Plan = ResultOf<typeof GuestPlan>;
export type PlanItem = Plan['items'][number];
export type PlanLook = ResultOf<typeof GuestPlanQuery>['guestPlan'];
