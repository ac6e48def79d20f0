export * from './activity.module';
export { AgencyExports } from './export/agency-exports.service';
export { auditChainOf, auditChains, type AgencyChainReport } from './audit/audit-chains';
export { WebhookCourier, type WebhookAttempt } from './webhooks/webhook-courier';
export { WebhookPruning } from './webhooks/webhook-pruning';
export { newWebhookSecret, sealWebhookSecret } from './webhooks/webhook-secrets';
export { SearchIndexer } from './search/search-indexer';
