import { defineLocales } from '../i18n/define-locales';
import { en } from './en';
import { ru } from './ru';

export const {
  useT: usePlatformText,
  t: platformText,
  languages: platformLocales,
} = defineLocales('platform', { ru, en });
