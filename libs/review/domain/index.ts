export * from './anchor';
export * from './approval';
export * from './comment';
export * from './guest-link';
export * from './rounds';
