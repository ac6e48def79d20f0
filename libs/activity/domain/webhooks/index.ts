/** What pages need of webhooks: no parsing of input, no addresses. */
export * from './webhook-events';
