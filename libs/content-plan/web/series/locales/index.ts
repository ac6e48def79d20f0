import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en, errorsEn } from './en';
import { errorsRu, ru } from './ru';

export const { useT, t, languages } = defineLocales('plan-series', { ru, en });

defineErrors({ ru: errorsRu, en: errorsEn });
