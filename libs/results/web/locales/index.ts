import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('results', { ru, en });

defineErrors({
  ru: {
    not_a_measurement: 'Нужно число, не больше четырёх знаков после запятой',
    metric_is_computed: 'Этот показатель считается сам',
    in_future: 'Этот день ещё не наступил',
  },
  en: {
    not_a_measurement: 'A number is needed, with at most four digits after the point',
    metric_is_computed: 'This KPI is computed',
    in_future: 'This day has not come yet',
  },
});
