export * from './aggregate';
export * from './case';
export * from './measure';
export * from './metric';
export * from './plan-fact';
