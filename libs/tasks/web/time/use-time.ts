import { useFormat } from '@planerka/platform/web';
import { useEffect, useState } from 'react';
import { useT } from './locales';

/** «2 ч 5 мин» of 125. */
export function useTimeText(): (minutes: number) => string {
  const t = useT();
  const format = useFormat();
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return t('minutes', { minutes: rest });
    return rest === 0
      ? t('hours', { hours: format.number(hours) })
      : t('short', { hours: format.number(hours), minutes: rest });
  };
}

/** Minutes since then, as they go by; it is the server's moment, so another device shows the same. */
export function useMinutesSince(startedAt: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (startedAt === null) return;
    const clock = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(clock);
  }, [startedAt]);
  return startedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
}
