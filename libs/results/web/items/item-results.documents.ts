import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

const ItemFigures = graphql(`
  fragment ItemFigures on ItemFigures @_unmask {
    reach
    impressions
    views
    likes
    comments
    shares
    saves
    clicks
    newFollowers
    spend {
      amount
      currency
    }
    er {
      value
      base
    }
    ctr {
      value
      base
    }
    cpm {
      amount
      currency
    }
    cpc {
      amount
      currency
    }
  }
`);

const ItemResults = graphql(
  `
    fragment ItemResults_item on ContentItem @_unmask {
      id
      publishedAt
      client {
        id
        currency
      }
      channels {
        id
        network
        title
      }
      comparisons {
        channelId
        key
        value
        median
        change
        of
        isOfRubric
      }
      results {
        measuredOn
        viewerCanEnter
        viewerSeesSpend
        figures {
          ...ItemFigures
        }
        channels {
          channelId
          measuredOn
          figures {
            ...ItemFigures
          }
          measurements {
            day
            reach
            impressions
            views
            likes
            comments
            shares
            saves
            clicks
            newFollowers
            spend {
              amount
              currency
            }
            isImported
            enteredByName
            version
          }
        }
      }
    }
  `,
  [ItemFigures],
);

export const ItemResultsQuery = graphql(
  `
    query ItemResults($id: ID!) {
      contentItem(id: $id) {
        ...ItemResults_item
      }
    }
  `,
  [ItemResults],
);

export const SaveItemMeasurementMutation = graphql(
  `
    mutation SaveItemMeasurement($input: SaveItemMeasurementInput!) {
      saveItemMeasurement(input: $input) {
        __typename
        ... on ItemMeasured {
          item {
            ...ItemResults_item
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, ItemResults],
);

export const RemoveItemMeasurementMutation = graphql(
  `
    mutation RemoveItemMeasurement($input: RemoveItemMeasurementInput!) {
      removeItemMeasurement(input: $input) {
        __typename
        ... on ItemMeasured {
          item {
            ...ItemResults_item
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [ItemResults],
);

export type MeasuredItem = NonNullable<ResultOf<typeof ItemResultsQuery>['contentItem']>;
export type MeasuredChannel = MeasuredItem['channels'][number];
export type Figures = ResultOf<typeof ItemFigures>;
export type ChannelResults = MeasuredItem['results']['channels'][number];
export type Measurement = ChannelResults['measurements'][number];
export type Comparison = MeasuredItem['comparisons'][number];
