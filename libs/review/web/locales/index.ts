import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { errorsEn, errorsRu } from './errors';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('review', { ru, en });

defineErrors({ ru: errorsRu, en: errorsEn });
