import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, languages } = defineLocales('views', { ru, en });

defineErrors({
  ru: {
    view_name_taken: 'Такой вид уже есть',
    may_not_share: 'Общими видами делятся менеджеры',
  },
  en: {
    view_name_taken: 'There is such a view already',
    may_not_share: 'Managers share views',
  },
});
