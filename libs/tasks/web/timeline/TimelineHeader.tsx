import { cx, useFormat } from '@planerka/platform/web';
import { daysBetween, type Day } from './layout';
import { useT } from './locales';
import classes from './TimelineGrid.module.css';

interface TimelineHeaderProps {
  days: readonly Day[];
  today: Day;
  daysOff: ReadonlySet<Day>;
  dayWidth: number;
  /** What stands above the names. */
  corner: string;
}

/** Narrower days are named by their weeks. */
const leastForDay = 22;

const isMonday = (day: Day): boolean => daysBetween('2024-01-01', day) % 7 === 0;

/** Months, and under them days or weeks; it stays while lanes are scrolled. */
export function TimelineHeader({ days, today, daysOff, dayWidth, corner }: TimelineHeaderProps) {
  const t = useT();
  const format = useFormat();
  const months = [...Map.groupBy(days, (day) => day.slice(0, 7))];
  const byDay = dayWidth >= leastForDay;
  return (
    <div className={classes.header} aria-hidden>
      <div className={classes.corner}>{corner}</div>
      <div className={classes.months}>
        {months.map(([month, own]) => (
          <span key={month} style={{ width: own.length * dayWidth }}>
            {own.length * dayWidth > 90 && format.month(month)}
          </span>
        ))}
      </div>
      <div className={classes.days}>
        {byDay
          ? days.map((day) => (
              <span
                key={day}
                className={cx(classes.day, daysOff.has(day) && classes.dayOff, day === today && classes.dayToday)}
                style={{ width: dayWidth }}
                title={`${format.weekday(day)}${daysOff.has(day) ? `, ${t('dayOff')}` : ''}`}
              >
                <small>{format.weekdayShort(day)}</small>
                {Number(day.slice(8))}
              </span>
            ))
          : days.filter(isMonday).map((day) => (
              <span
                key={day}
                className={classes.week}
                style={{ left: daysBetween(days[0] ?? day, day) * dayWidth, width: 7 * dayWidth }}
              >
                {format.day(day)}
              </span>
            ))}
      </div>
    </div>
  );
}
