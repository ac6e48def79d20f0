import { defineLiveUpdates, graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const WebhooksPageQuery = graphql(`
  query WebhooksPage {
    viewer {
      id
      role
    }
    webhooks {
      id
      name
      url
      events
      createdAt
      pausedAt
      pausedBecause
      failingSince
      previousSecretUntil
      waitingCount
      lastDelivery {
        id
        type
        state
        status
        failure
        createdAt
      }
      version
    }
  }
`);

export type Hook = ResultOf<typeof WebhooksPageQuery>['webhooks'][number];

export const WebhookDeliveriesQuery = graphql(`
  query WebhookDeliveries($webhookId: ID!, $state: WebhookDeliveryState, $after: String) {
    webhookDeliveries(webhookId: $webhookId, state: $state, first: 30, after: $after) {
      nodes {
        id
        type
        state
        createdAt
        dueAt
        attemptCount
        status
        failure
        milliseconds
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Delivery = ResultOf<typeof WebhookDeliveriesQuery>['webhookDeliveries']['nodes'][number];

export const WebhookDeliveryQuery = graphql(`
  query WebhookDelivery($id: ID!) {
    webhookDelivery(id: $id) {
      id
      eventId
      type
      state
      createdAt
      dueAt
      canReplay
      body
      attempts {
        at
        status
        failure
        milliseconds
        answer
      }
    }
  }
`);

export const CreateWebhookMutation = graphql(
  `
    mutation CreateWebhook($input: CreateWebhookInput!) {
      createWebhook(input: $input) {
        __typename
        ... on WebhookCreated {
          secret
          webhook {
            id
          }
        }
        ...InvalidInput
        ... on NotFound {
          entity
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const UpdateWebhookMutation = graphql(
  `
    mutation UpdateWebhook($input: UpdateWebhookInput!) {
      updateWebhook(input: $input) {
        __typename
        ... on WebhookChanged {
          webhook {
            id
            name
            url
            events
            version
          }
        }
        ...InvalidInput
        ... on NotFound {
          entity
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const SetWebhookActiveMutation = graphql(`
  mutation SetWebhookActive($webhookId: ID!, $isActive: Boolean!) {
    setWebhookActive(webhookId: $webhookId, isActive: $isActive) {
      __typename
      ... on WebhookChanged {
        webhook {
          id
          pausedAt
          pausedBecause
          failingSince
          waitingCount
          version
        }
      }
      ... on NotFound {
        entity
      }
    }
  }
`);

export const RotateWebhookSecretMutation = graphql(`
  mutation RotateWebhookSecret($webhookId: ID!) {
    rotateWebhookSecret(webhookId: $webhookId) {
      __typename
      ... on WebhookCreated {
        secret
        webhook {
          id
          previousSecretUntil
          version
        }
      }
      ... on NotFound {
        entity
      }
    }
  }
`);

export const DeleteWebhookMutation = graphql(`
  mutation DeleteWebhook($webhookId: ID!) {
    deleteWebhook(webhookId: $webhookId) {
      __typename
      ... on WebhookDeleted {
        webhookId
      }
      ... on NotFound {
        entity
      }
    }
  }
`);

export const TestWebhookMutation = graphql(`
  mutation TestWebhook($webhookId: ID!) {
    testWebhook(webhookId: $webhookId) {
      __typename
      ... on WebhookDeliveryQueued {
        delivery {
          id
          state
        }
      }
      ... on NotFound {
        entity
      }
      ... on IllegalTransition {
        state
        action
      }
    }
  }
`);

export const ReplayWebhookDeliveryMutation = graphql(`
  mutation ReplayWebhookDelivery($deliveryId: ID!) {
    replayWebhookDelivery(deliveryId: $deliveryId) {
      __typename
      ... on WebhookDeliveryQueued {
        delivery {
          id
          state
        }
      }
      ... on NotFound {
        entity
      }
      ... on IllegalTransition {
        state
        action
      }
    }
  }
`);

defineLiveUpdates({ webhook: ['webhooks', 'webhookDeliveries', 'webhookDelivery'] });
