import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

const RememberedTable_mapping = graphql(`
  fragment RememberedTable_mapping on PlanImportMapping @_unmask {
    key
    usedAt
    version
    columns {
      header
      column
    }
  }
`);
export type Remembered = ResultOf<typeof RememberedTable_mapping>;

export const RememberedTablesQuery = graphql(
  `
    query RememberedTables($clientId: ID!) {
      planImportMappings(clientId: $clientId) {
        ...RememberedTable_mapping
      }
    }
  `,
  [RememberedTable_mapping],
);

export const ChangeRememberedMutation = graphql(
  `
    mutation ChangeRemembered($input: ChangePlanImportMappingInput!) {
      changePlanImportMapping(input: $input) {
        __typename
        ... on StaleVersion {
          currentVersion
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const ForgetRememberedMutation = graphql(`
  mutation ForgetRemembered($input: ForgetPlanImportMappingInput!) {
    forgetPlanImportMapping(input: $input) {
      __typename
    }
  }
`);
