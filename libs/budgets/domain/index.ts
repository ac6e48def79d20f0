export * from './category';
export * from './forecast';
export * from './ledger';
export * from './margin';
export * from './movements';
export * from './payout';
export * from './revision';
export * from './thresholds';
