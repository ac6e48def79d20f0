import { defineErrors, defineLocales, defineLiveUpdates } from '@planerka/platform/web';
import { en, errors as errorsEn } from './en';
import { errors as errorsRu, ru } from './ru';

export const { useT, t, languages } = defineLocales('budgets', { ru, en });
defineErrors({ ru: errorsRu, en: errorsEn });

const money = ['budget', 'budgets', 'ledgerEntries', 'adSpend', 'payouts', 'payables', 'overview'];
defineLiveUpdates({ budget: money, task: money, payout: money, adSpend: money, approval: money });
