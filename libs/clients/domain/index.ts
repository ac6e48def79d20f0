export * from './ad-codes';
export * from './answering-time';
export * from './brand-merge';
export * from './brand-profile';
export * from './channel-frequency';
export * from './client';
export {
  answeringCalendar,
  clientDateKinds,
  clientDateSchema,
  occurrencesOf,
  type ClientDateInput,
  type ClientDateKind,
  type DatedPeriod,
  type Occurrence,
} from './client-date';
export * from './money-field';
export * from './network';
export * from './next-steps';
export * from './onboarding';
export * from './research';
export * from './retainer';
export * from './retainer-input';
export * from './saved-view';
