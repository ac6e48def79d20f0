export * from './idea';
export {
  isOutsideCampaign,
  itemFormats,
  itemSchema,
  rubricSchema,
  type CampaignPeriod,
  type ItemFormat,
  type ItemInput,
  type RubricInput,
} from './item';
export * from './item-actions';
export * from './item-change';
export * from './item-pattern';
export * from './item-months';
export * from './item-people';
export * from './item-risk';
export * from './item-status';
export * from './month-balance';
export * from './plan-cells';
export * from './plan-columns';
export type { ComingTurn, RowMatch } from './plan-duplicates';
export * from './plan-export';
export * from './plan-import';
export * from './plan-mapping';
export * from './plan-names';
export * from './plan-paste';
export * from './plan-people';
export * from './plan-preview';
export { defaultTime, type CellIssue } from './plan-row';
export * from './plan-table';
export * from './preflight';
export * from './plan-view';
export * from './publication';
export * from './publication-links';
export * from './roll-over';
export * from './table-preview';
export { titleLikeness } from './title-likeness';
export * from './topic-repeats';
