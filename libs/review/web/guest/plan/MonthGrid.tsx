import { cx, useFormat } from '@planerka/platform/web/guest';
import type { Plan } from './guest-plan-documents';
import { useT } from './locales';
import classes from './PlanView.module.css';

interface MonthGridProps {
  /** Its first day. */
  month: string;
  items: Plan['items'];
  onDay: (day: string) => void;
}

/** The month at a glance: a dot of its rubric's colour per publication; a day leads to what comes out on it. */
export function MonthGrid({ month, items, onDay }: MonthGridProps) {
  const t = useT();
  const format = useFormat();
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days = Array.from({ length }, (_, index) => `${month.slice(0, 8)}${String(index + 1).padStart(2, '0')}`);
  // 2 November 2026 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) => format.weekdayShort(`2026-11-0${index + 2}`));
  return (
    <div className={classes.grid}>
      {weekdays.map((weekday) => (
        <span key={weekday} className={classes.weekday} aria-hidden>
          {weekday}
        </span>
      ))}
      {Array.from({ length: before }, (_, index) => (
        <span key={index} />
      ))}
      {days.map((day) => {
        const ofDay = items.filter(({ publishOn }) => publishOn === day);
        const date = Number(day.slice(8));
        if (ofDay.length === 0) {
          return (
            <span key={day} className={classes.cell}>
              {date}
            </span>
          );
        }
        return (
          <button
            key={day}
            type="button"
            className={cx(classes.cell, classes.full)}
            aria-label={t('dayCount', { day: format.dayLong(day), count: t('count', { count: ofDay.length }) })}
            onClick={() => onDay(day)}
          >
            {date}
            <span className={classes.dots}>
              {ofDay.slice(0, 4).map(({ id, rubric }) => (
                <i key={id} data-rubric={rubric?.colour} />
              ))}
            </span>
          </button>
        );
      })}
    </div>
  );
}
