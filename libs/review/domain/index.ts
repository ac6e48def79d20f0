export * from './anchor';
export * from './approval';
export * from './approval-request';
export * from './change-request';
export * from './comment';
export * from './guest-link';
export * from './rounds';
export * from './silence';
