import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, languages } = defineLocales('calendar', { ru, en });

defineErrors({
  ru: { day_off_and_worked: '{{day}} — и выходной, и рабочий день: оставьте одно' },
  en: { day_off_and_worked: '{{day}} is both off and at work: keep one of them' },
});
