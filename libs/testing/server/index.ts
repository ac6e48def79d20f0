export * from './agency';
export * from './budgets';
export * from './everything';
export * from './session';
export * from './tenant-writer';
export * from './test-config';
export * from './test-database';
