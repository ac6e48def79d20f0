const fields = /* GraphQL */ `
  id taskId taskTitle clientName round price { amount currency } reason state decidedAt decidedBy decisionNote version
  availableActions
`;

const refusals = /* GraphQL */ `
  __typename
  ... on NotFound { entity }
  ... on InvalidInput { issues { path code } }
  ... on IllegalTransition { state action }
  ... on StaleVersion { currentVersion }
`;

const command = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${refusals} ... on ChangeRequestSuccess { changeRequest { ${fields} } } } }`;

export const listRequests = `query ($filter: ChangeRequestFilterInput!) { changeRequests(filter: $filter) { nodes { ${fields} } } }`;
export const confirmRequest = command('confirmChangeRequest', 'ConfirmChangeRequestInput');
export const waiveRequest = command('waiveChangeRequest', 'WaiveChangeRequestInput');
