export * from './item-comparison';
export * from './item-counts';
export * from './item-measurement';
export * from './item-rates';
export * from './read-count';
export * from './item-ranking';
