import { graphql, type ResultOf } from '@planerka/platform/web/guest';

const GuestMedia = graphql(`
  fragment GuestMedia on GuestMedia @_unmask {
    id
    kind
    width
    height
    url
    previewUrl
    largeUrl
  }
`);

const GuestComment = graphql(`
  fragment GuestComment on GuestComment @_unmask {
    id
    subjectId
    author
    isYours
    isFromAgency
    body
    anchor
    isResolved
    createdAt
  }
`);

const GuestPost = graphql(
  `
    fragment GuestPost on GuestPost @_unmask {
      id
      title
      publishAt
      channels {
        network
        title
      }
      texts {
        network
        body
      }
      media {
        ...GuestMedia
      }
      campaign {
        name
        startsOn
        endsOn
        totalLimit
        ads {
          name
          segment
        }
      }
      subjects {
        id
        kind
        number
        earlier {
          id
          number
          texts {
            network
            body
          }
          media {
            ...GuestMedia
          }
        }
      }
      comments {
        ...GuestComment
      }
    }
  `,
  [GuestMedia, GuestComment],
);

const GuestApproval = graphql(
  `
    fragment GuestApproval on GuestApproval @_unmask {
      agencyName
      locale
      timeZone
      clientName
      contactName
      title
      message
      changes
      state
      mode
      withdrawnBecause
      dueAt
      silence
      isBySilence
      sentAt
      contentHash
      viewerCanDecide
      people {
        id
        name
        isYou
        isFinal
        decision
        decidedAt
      }
      rounds {
        used
        included
        next
        price {
          amount
          currency
        }
      }
      posts {
        ...GuestPost
      }
    }
  `,
  [GuestPost],
);

export const GuestApprovalQuery = graphql(
  `
    query GuestApprovalPage {
      guestApproval {
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
        ... on GuestApproval {
          ...GuestApproval
        }
      }
    }
  `,
  [GuestApproval],
);

export const GuestDecideMutation = graphql(
  `
    mutation GuestDecide($input: GuestDecideInput!) {
      guestDecide(input: $input) {
        __typename
        ... on GuestDecided {
          approval {
            ...GuestApproval
          }
        }
        ... on IllegalTransition {
          state
          reason
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
  [GuestApproval],
);

export const GuestCommentMutation = graphql(
  `
    mutation GuestRemark($input: GuestCommentInput!) {
      guestComment(input: $input) {
        __typename
        ... on GuestCommented {
          comment {
            ...GuestComment
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
  [GuestComment],
);

export type Approval = ResultOf<typeof GuestApproval>;
export type Post = ResultOf<typeof GuestPost>;
export type Media = ResultOf<typeof GuestMedia>;
export type Remark = ResultOf<typeof GuestComment>;
export type Look = ResultOf<typeof GuestApprovalQuery>['guestApproval'];
