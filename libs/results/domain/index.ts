export * from './aggregate';
export * from './case';
export * from './fact-input';
export * from './items';
export * from './measure';
export * from './metric';
export * from './plan-fact';
