import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, languages } = defineLocales('marking', { ru, en });

defineErrors({
  ru: {
    erid_malformed: 'Токен — латинские буквы и цифры, не короче шести: 2VtzqwK7sn4',
    erid_before_shown: 'Сначала впишите erid',
    kktu_malformed: 'Два или три числа через точку: 30.10.1',
  },
  en: {
    erid_malformed: 'A token is Latin letters and digits, six or more: 2VtzqwK7sn4',
    erid_before_shown: 'Enter the erid first',
    kktu_malformed: 'Two or three numbers with dots: 30.10.1',
  },
});
