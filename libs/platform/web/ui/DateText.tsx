import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/format';

export interface DateTextProps {
  /** A calendar day ("2026-12-08") or an instant. */
  value: string | null | undefined;
  look?: 'day' | 'dayLong' | 'weekday' | 'month' | 'time' | 'dateTime';
}

export function DateText({ value, look = 'day' }: DateTextProps) {
  const format = useFormat();
  if (!value) return <>—</>;
  return <time dateTime={value}>{format[look](value)}</time>;
}

/** «20 минут назад»; keeps up with the clock, the exact moment is in the tooltip. */
export function RelativeTime({ value }: { value: string }) {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), 60_000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <time dateTime={value} title={format.dateTime(value)}>
      {format.relative(value, now)}
    </time>
  );
}
