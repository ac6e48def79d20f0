export * from './content-plan.module';
