export * from './item-status';
