import type { Discipline } from '@planerka/agency/domain';

export const budgetCategories = ['copy', 'design', 'targeting', 'ad_spend', 'production', 'tools', 'other'] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

/** Fees of a discipline's tasks come out of the line of the same name. */
export const categoryOf = (discipline: Discipline): BudgetCategory => discipline;

/** Spent straight out of `available`, without a promise before: advertising and expenses. */
export const isSpentDirectly = (category: BudgetCategory): boolean =>
  category !== 'copy' && category !== 'design' && category !== 'targeting';
