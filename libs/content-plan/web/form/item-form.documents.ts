import { graphql, InvalidInputFragment } from '@planerka/platform/web';
import { PlanItem_item } from '../plan/plan-item';

/** What a publication of this client may refer to. */
export const ItemForm_plan = graphql(`
  fragment ItemForm_plan on ContentPlan @_unmask {
    client {
      id
      name
    }
    rubrics {
      id
      name
      colour
    }
    channels {
      id
      network
      title
    }
    campaigns {
      id
      name
      startsOn
      endsOn
    }
  }
`);

export const ItemForm_item = graphql(`
  fragment ItemForm_item on ContentItem @_unmask {
    id
    version
    title
    idea
    format
    publishOn
    publishTime
    wantsClientApproval
    rubric {
      id
      name
      colour
    }
    campaign {
      id
      name
      startsOn
      endsOn
    }
    channels {
      id
      network
      title
    }
  }
`);

export const CreateItemMutation = graphql(
  `
    mutation CreateItem($input: CreateContentItemInput!) {
      createContentItem(input: $input) {
        __typename
        ... on CreateContentItemSuccess {
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

export const UpdateItemMutation = graphql(
  `
    mutation UpdateItem($input: UpdateContentItemInput!) {
      updateContentItem(input: $input) {
        __typename
        ... on UpdateContentItemSuccess {
          item {
            ...ItemForm_item
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
  [InvalidInputFragment, PlanItem_item, ItemForm_item],
);
