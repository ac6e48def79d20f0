export * from './agency';
export * from './content-plan';
export * from './everything';
export * from './session';
export * from './tasks';
export * from './tenant-writer';
export * from './test-config';
export * from './test-database';
