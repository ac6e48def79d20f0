import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('campaigns', { ru, en });

defineErrors({
  ru: {
    period_inverted: 'Конец раньше начала',
    period_too_long: 'Кампания дольше трёх лет: проверьте год',
    metric_twice: 'Этот показатель уже есть',
  },
  en: {
    period_inverted: 'The end is before the start',
    period_too_long: 'Longer than three years: check the year',
    metric_twice: 'This KPI is there already',
  },
});
