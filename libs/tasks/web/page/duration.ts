import { useFormat } from '@planerka/platform/web';
import { useT } from '../locales';

/** «25 мин», «15 ч», «3 дн 2 ч»: two parts at most. */
export function useDuration(): (seconds: number) => string {
  const t = useT();
  return (seconds) => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    if (minutes < 60) return t('page.time.minutes', { count: minutes });
    const hours = Math.round(minutes / 60);
    if (hours < 48) return t('page.time.hours', { count: hours });
    const days = Math.floor(hours / 24);
    const rest = hours % 24;
    return rest === 0 ? t('page.time.days', { count: days }) : t('page.time.daysHours', { days, hours: rest });
  };
}

/** «сегодня до 18:00», «завтра до 12:00», «до 7 дек, 19:00». */
export function useUntil(): (instant: string) => string {
  const t = useT();
  const format = useFormat();
  return (instant) => {
    const day = format.day(instant);
    const time = format.time(instant);
    if (day === format.day(new Date())) return t('page.until.today', { time });
    if (day === format.day(new Date(Date.now() + 86_400_000))) return t('page.until.tomorrow', { time });
    return t('page.until.later', { at: format.dateTime(instant) });
  };
}
