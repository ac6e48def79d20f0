import { graphql, type ResultOf } from '@planerka/platform/web';

export const DeskSearchQuery = graphql(`
  query DeskSearch($query: String!, $kinds: [FoundKind!], $clientId: ID, $first: Int, $after: String) {
    search(query: $query, kinds: $kinds, clientId: $clientId, first: $first, after: $after) {
      problem
      isGuess
      groups {
        kind
        count
        found {
          nodes {
            id
            kind
            title {
              text
              marks {
                from
                to
              }
            }
            passage {
              text
              marks {
                from
                to
              }
            }
            state
            clientId
            clientName
            taskId
            author
            isForClient
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const SearchClientsQuery = graphql(`
  query SearchClients {
    clients(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export type Answer = ResultOf<typeof DeskSearchQuery>['search'];
export type FoundGroup = Answer['groups'][number];
export type Found = FoundGroup['found']['nodes'][number];
export type FoundKind = FoundGroup['kind'];

export const foundKinds = ['CLIENT', 'CAMPAIGN', 'ITEM', 'TASK', 'TEXT', 'COMMENT'] as const satisfies FoundKind[];
