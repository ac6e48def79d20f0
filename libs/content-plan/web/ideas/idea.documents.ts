import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const Idea_idea = graphql(`
  fragment Idea_idea on Idea @_unmask {
    id
    text
    tags
    url
    picture {
      id
      name
      thumbnailUrl
      largeUrl
    }
    rubric {
      id
      name
      colour
    }
    clientId
    clientName
    authorName
    createdAt
    version
    viewerCanArchive
    viewerCanPlan
    publication {
      id
      clientId
      title
      publishOn
    }
  }
`);

export type Idea = ResultOf<typeof Idea_idea>;

export const IdeasQuery = graphql(
  `
    query Ideas(
      $clientId: ID
      $state: IdeaState!
      $search: String
      $tags: [String!]
      $clientIds: [ID!]
      $rubricIds: [ID!]
      $authorIds: [ID!]
      $after: String
    ) {
      ideas(
        clientId: $clientId
        state: $state
        search: $search
        tags: $tags
        clientIds: $clientIds
        rubricIds: $rubricIds
        authorIds: $authorIds
        first: 30
        after: $after
      ) {
        nodes {
          id
          ...Idea_idea
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Idea_idea],
);

export const IdeaBankQuery = graphql(`
  query IdeaBank($clientId: ID) {
    ideaBank(clientId: $clientId) {
      tags {
        name
        count
      }
      clients {
        id
        name
      }
      rubrics {
        id
        name
      }
      authors {
        id
        name
      }
      openCount
      usedCount
      archivedCount
    }
  }
`);

/** What the form of an idea chooses from, once it is opened that far. */
export const IdeaChoicesQuery = graphql(`
  query IdeaChoices {
    clients(first: 200, states: [ACTIVE, PAUSED]) {
      nodes {
        id
        name
      }
    }
    ideaBank {
      tags {
        name
      }
    }
  }
`);

export const IdeaRubricsQuery = graphql(`
  query IdeaRubrics($clientId: ID!, $month: Month!) {
    contentPlan(clientId: $clientId, month: $month) {
      rubrics {
        id
        name
      }
    }
  }
`);

export const CaptureIdeaMutation = graphql(
  `
    mutation CaptureIdea($input: CaptureIdeaInput!) {
      captureIdea(input: $input) {
        __typename
        ... on CaptureIdeaSuccess {
          idea {
            id
            ...Idea_idea
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Idea_idea],
);

export const UpdateIdeaMutation = graphql(
  `
    mutation UpdateIdea($input: UpdateIdeaInput!) {
      updateIdea(input: $input) {
        __typename
        ... on UpdateIdeaSuccess {
          idea {
            id
            ...Idea_idea
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, Idea_idea],
);

export const ArchiveIdeaMutation = graphql(`
  mutation ArchiveIdea($ideaId: ID!) {
    archiveIdea(ideaId: $ideaId) {
      __typename
      ... on ArchiveIdeaSuccess {
        ideaId
      }
    }
  }
`);

export const RestoreIdeaMutation = graphql(`
  mutation RestoreIdea($ideaId: ID!) {
    restoreIdea(ideaId: $ideaId) {
      __typename
      ... on RestoreIdeaSuccess {
        idea {
          id
        }
      }
    }
  }
`);
