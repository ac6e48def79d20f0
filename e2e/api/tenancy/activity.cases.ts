import type { TenancyCases } from './cases';

export const activityCases: TenancyCases = {
  auditLog: (ids) => ({
    document: 'query ($clientId: ID) { auditLog(clientId: $clientId) { nodes { id action } pageInfo { endCursor } } }',
    variables: { clientId: ids.client },
  }),
  search: () => ({ document: 'query { search(text: "стол") { id title } }', variables: {} }),
};
