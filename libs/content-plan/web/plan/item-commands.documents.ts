import { graphql, InvalidInputFragment } from '@planerka/platform/web';
import { PlanItem_item } from './plan-item';

export const MoveItemMutation = graphql(
  `
    mutation MoveItem($input: MoveContentItemInput!) {
      moveContentItem(input: $input) {
        __typename
        ... on MoveContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [InvalidInputFragment, PlanItem_item],
);

export const CopyItemMutation = graphql(
  `
    mutation CopyItem($input: CopyContentItemInput!) {
      copyContentItem(input: $input) {
        __typename
        ... on CopyContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, PlanItem_item],
);

export const DeleteItemMutation = graphql(`
  mutation DeleteItem($input: ContentItemVersionInput!) {
    deleteContentItem(input: $input) {
      __typename
      ... on DeleteContentItemSuccess {
        itemId
        version
      }
      ... on StaleVersion {
        currentVersion
      }
      ... on IllegalTransition {
        state
        action
        reason
      }
    }
  }
`);

export const RestoreItemMutation = graphql(
  `
    mutation RestoreItem($input: ContentItemVersionInput!) {
      restoreContentItem(input: $input) {
        __typename
        ... on RestoreContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PlanItem_item],
);
