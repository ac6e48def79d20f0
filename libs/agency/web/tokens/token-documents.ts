import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const TokensPageQuery = graphql(`
  query TokensPage {
    apiTokens {
      id
      name
      scopes
      hint
      memberName
      isOwn
      createdAt
      expiresAt
      lastUsedAt
      lastAddress
      revokedAt
      isAlive
    }
  }
`);

export type Token = ResultOf<typeof TokensPageQuery>['apiTokens'][number];

export const CreateApiTokenMutation = graphql(
  `
    mutation CreateApiToken($input: CreateApiTokenInput!) {
      createApiToken(input: $input) {
        __typename
        ... on ApiTokenCreated {
          token
          apiToken {
            id
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const RevokeApiTokenMutation = graphql(`
  mutation RevokeApiToken($tokenId: ID!) {
    revokeApiToken(tokenId: $tokenId) {
      __typename
      ... on ApiTokenRevoked {
        apiToken {
          id
          isAlive
          revokedAt
        }
      }
      ... on NotFound {
        entity
      }
    }
  }
`);
