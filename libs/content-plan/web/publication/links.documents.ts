import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';
import { PlanItem_item } from '../plan/plan-item';

/** Where it went out. */
export const PublicationLinks_item = graphql(`
  fragment PublicationLinks_item on ContentItem @_unmask {
    id
    version
    title
    availableActions
    publishedAt
    channels {
      id
      network
      title
    }
    links {
      channelId
      url
      doubt
    }
  }
`);

export type LinkedItem = ResultOf<typeof PublicationLinks_item>;

export const MarkPublishedMutation = graphql(
  `
    mutation MarkPublished($input: MarkContentItemPublishedInput!) {
      markContentItemPublished(input: $input) {
        __typename
        ... on MarkContentItemPublishedSuccess {
          item {
            id
            ...PublicationLinks_item
            ...PlanItem_item
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, PlanItem_item, PublicationLinks_item],
);

export const SetLinksMutation = graphql(
  `
    mutation SetPublicationLinks($input: SetContentItemLinksInput!) {
      setContentItemLinks(input: $input) {
        __typename
        ... on SetContentItemLinksSuccess {
          item {
            id
            ...PublicationLinks_item
            ...PlanItem_item
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, PlanItem_item, PublicationLinks_item],
);
