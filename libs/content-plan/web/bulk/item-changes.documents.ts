import { graphql, InvalidInputFragment, type VariablesOf } from '@planerka/platform/web';

export const ChangeItemsMutation = graphql(
  `
    mutation ChangeItems($input: ChangeContentItemsInput!) {
      changeContentItems(input: $input) {
        __typename
        ... on ChangeContentItemsSuccess {
          changed {
            itemId
            version
          }
          kept {
            itemId
            title
            fields
          }
        }
        ... on ContentItemsRefused {
          items {
            itemId
            title
            issues {
              path
              code
              params
            }
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export type ItemChange = VariablesOf<typeof ChangeItemsMutation>['input']['changes'][number];
export type ItemPatch = ItemChange['set'];
