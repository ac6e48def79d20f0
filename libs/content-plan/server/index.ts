export * from './content-plan.module';
export { CampaignRefObject, ContentItemObject, ItemFormatEnum } from './item/content-item.object';
export { contentItemRead, seesTask } from './item/item-read';
export { RuleKindEnum, RuleUnitEnum, SeverityEnum } from './preflight/preflight-rule.object';
export { ItemProduction, type ItemFacts } from './production/item-production';
export { answeringOf, planCalendar, type AwayRow } from './item/item-risk';
export { RubricObject } from './rubric/rubric.object';
export { ItemWork, type BegunItem, type ItemWorker, type Work, type WorkFacts } from './production/item-work';
export { tableTypes, writeTableFile, type TableKind } from './table/table-writer';
