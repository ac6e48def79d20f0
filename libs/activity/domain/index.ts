export * from './audit/audit-chain';
export * from './audit/audit-verification';
export * from './webhooks/webhook-address';
export * from './webhooks/webhook-events';
export * from './webhooks/webhook-input';
export * from './webhooks/webhook-payload';
export * from './webhooks/webhook-schedule';
