export * from './budgets.module';
export { BudgetCategoryEnum, BudgetExceededObject } from './ledger/budget-exceeded.object';
export { Ledger } from './ledger/ledger';
export { Lines, type CampaignLine } from './ledger/lines';
export type * from './ledger/posting';
export { RevisionsService } from './revisions/revisions.service';
