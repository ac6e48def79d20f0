export * from './campaign';
export * from './campaign-actions';
export * from './kpi-target';
