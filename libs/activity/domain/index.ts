export * from './audit/audit-chain';
export * from './audit/audit-verification';
