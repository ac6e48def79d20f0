import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('clients', { ru, en });

defineErrors({
  ru: {
    unknown_currency: 'Такой валюты у нас нет',
    not_a_picture: 'Логотип — это картинка: PNG, JPG или WebP',
  },
  en: { unknown_currency: 'We do not know this currency', not_a_picture: 'A logo is a picture: PNG, JPG or WebP' },
});
