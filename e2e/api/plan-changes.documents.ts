/** A change of publications of the plan, with everything that it may be answered with. */
export const changeItems = /* GraphQL */ `
  mutation ($input: ChangeContentItemsInput!) {
    changeContentItems(input: $input) {
      __typename
      ... on ChangeContentItemsSuccess {
        changed {
          itemId
          version
        }
        kept {
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
          }
        }
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
      ... on NotFound {
        entity
      }
    }
  }
`;
