export * from './content-plan.module';
export { CampaignRefObject, ContentItemObject, ItemFormatEnum } from './item/content-item.object';
export { contentItemRead, seesTask } from './item/item-read';
export { RuleKindEnum, RuleUnitEnum, SeverityEnum } from './preflight/preflight-rule.object';
export { ItemProduction, type ItemFacts } from './production/item-production';
export { RubricObject } from './rubric/rubric.object';
export { ItemWork, type ItemWorker, type RepeatedItem, type RepeatFacts } from './production/item-work';
export { tableTypes, writeTableFile, type TableKind } from './table/table-writer';
