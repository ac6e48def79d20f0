import { useFormat } from '@planerka/platform/web';
import { useT } from './locales';

/** «7,5» of 450 minutes. */
export function useHours(): (minutes: number) => string {
  const format = useFormat();
  return (minutes) => format.number(minutes / 60, { maximumFractionDigits: 1 });
}

/** «30 ноя – 6 дек» of its Monday; this week by name. */
export function useWeekName(weeks: readonly string[]): (monday: string) => string {
  const t = useT();
  const format = useFormat();
  return (monday) =>
    monday === weeks[0]
      ? t('thisWeek')
      : format.range(monday, new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10));
}
