import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en, errors as errorsEn } from './en';
import { errors as errorsRu, ru } from './ru';

export const { useT, t, languages } = defineLocales('webhooks', { ru, en });
defineErrors({ ru: errorsRu, en: errorsEn });
