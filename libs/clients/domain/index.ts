export * from './brand-profile';
export * from './client';
export * from './network';
export * from './onboarding';
export * from './retainer';
