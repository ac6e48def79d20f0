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
