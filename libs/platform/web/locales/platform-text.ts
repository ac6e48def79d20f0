import { defineErrors, defineLocales } from '../i18n/define-locales';
import { en } from './en';
import { errorsEn, errorsRu } from './errors';
import { ru } from './ru';

defineErrors({ ru: errorsRu, en: errorsEn });

export const {
  useT: usePlatformText,
  t: platformText,
  languages: platformLocales,
} = defineLocales('platform', { ru, en });
