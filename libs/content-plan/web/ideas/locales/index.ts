import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en, errorsEn } from './en';
import { errorsRu, ru } from './ru';

export const { useT, languages } = defineLocales('ideas', { ru, en });

defineErrors({ ru: errorsRu, en: errorsEn });
