export * from './activity.module';
export { AgencyExports } from './export/agency-exports.service';
export { auditChainOf, auditChains, type AgencyChainReport } from './audit/audit-chains';
