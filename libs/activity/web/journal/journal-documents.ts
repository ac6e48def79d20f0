import { graphql, type ResultOf } from '@planerka/platform/web';

export const JournalQuery = graphql(`
  query Journal(
    $after: String
    $clientId: ID
    $memberId: ID
    $actions: [String!]
    $entityId: ID
    $from: Date
    $to: Date
  ) {
    auditLog(
      first: 50
      after: $after
      clientId: $clientId
      memberId: $memberId
      actions: $actions
      entityId: $entityId
      from: $from
      to: $to
    ) {
      nodes {
        id
        sequence
        hash
        at
        actorName
        action
        entityType
        entityId
        title
        reason
        clientName
        changes {
          field
          from
          to
        }
        names {
          id
          name
        }
        address
        device
        tokenName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type JournalEntry = ResultOf<typeof JournalQuery>['auditLog']['nodes'][number];

/** Whom and what one may choose between. */
export const JournalChoicesQuery = graphql(`
  query JournalChoices {
    viewer {
      id
      role
    }
    team {
      members {
        id
        name
      }
    }
    clients(first: 200) {
      nodes {
        id
        name
      }
    }
  }
`);
