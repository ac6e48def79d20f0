export * from './content-plan.module';
export { ItemProduction } from './item/item-production';
