import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('workload', { ru, en });

defineErrors({
  ru: { days_overlap: 'Эти дни пересекаются с другим отсутствием' },
  en: { days_overlap: 'These days overlap with other days away' },
});
