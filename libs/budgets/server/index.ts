export * from './budgets.module';
