import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('time', { ru, en });

defineErrors({
  ru: {
    in_the_future: 'Этот день ещё не наступил',
    timer_forgotten: 'Сначала ответьте про таймер, который забыли остановить: {{taskTitle}}',
  },
  en: {
    in_the_future: 'That day has not come yet',
    timer_forgotten: 'Answer first about the timer that was forgotten: {{taskTitle}}',
  },
});
