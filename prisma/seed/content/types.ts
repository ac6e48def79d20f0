/** What the demo is written in: plain data, one file for each part of the agency's work. */
export type * from './types/moments';
export type * from './types/people';
export type * from './types/client';
export type * from './types/campaign';
export type * from './types/plan';
export type * from './types/brief';
export type * from './types/task';
export type * from './types/review';
export type * from './types/whole';
