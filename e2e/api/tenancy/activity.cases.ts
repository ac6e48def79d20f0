import type { TenancyCases } from './cases';

export const activityCases: TenancyCases = {
  auditLog: (ids) => ({
    document: 'query ($clientId: ID) { auditLog(clientId: $clientId) { nodes { id action } pageInfo { endCursor } } }',
    variables: { clientId: ids.client },
  }),
  webhookDeliveries: (ids) => ({
    document: 'query ($id: ID!) { webhookDeliveries(webhookId: $id) { nodes { id type } pageInfo { endCursor } } }',
    variables: { id: ids.webhook },
  }),
  webhookDelivery: (ids) => ({
    document: 'query ($id: ID!) { webhookDelivery(id: $id) { id body } }',
    variables: { id: ids.webhookDelivery },
  }),
  updateWebhook: (ids) => ({
    document: 'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { __typename } }',
    variables: {
      input: {
        webhookId: ids.webhook,
        expectedVersion: 1,
        name: 'CRM',
        url: 'https://crm.example/planerka',
        events: ['task.done'],
      },
    },
  }),
  setWebhookActive: (ids) => ({
    document: 'mutation ($id: ID!) { setWebhookActive(webhookId: $id, isActive: false) { __typename } }',
    variables: { id: ids.webhook },
  }),
  rotateWebhookSecret: (ids) => ({
    document: 'mutation ($id: ID!) { rotateWebhookSecret(webhookId: $id) { __typename } }',
    variables: { id: ids.webhook },
  }),
  testWebhook: (ids) => ({
    document: 'mutation ($id: ID!) { testWebhook(webhookId: $id) { __typename } }',
    variables: { id: ids.webhook },
  }),
  deleteWebhook: (ids) => ({
    document: 'mutation ($id: ID!) { deleteWebhook(webhookId: $id) { __typename } }',
    variables: { id: ids.webhook },
  }),
  replayWebhookDelivery: (ids) => ({
    document: 'mutation ($id: ID!) { replayWebhookDelivery(deliveryId: $id) { __typename } }',
    variables: { id: ids.webhookDelivery },
  }),
  search: (ids) => ({
    document: `query ($clientId: ID) { search(query: "стол", clientId: $clientId) {
      groups { kind count found { nodes { id title { text } passage { text } } } } } }`,
    variables: { clientId: ids.client },
  }),
};
