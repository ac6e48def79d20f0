import { Chip, cx, IconCalendar, IconCheck, IconClock, RiskChip, StateIcon, useFormat } from '@planerka/platform/web';
import { useEffect, useRef } from 'react';
import { useT } from '../locales';
import type { Today } from './today-documents';
import classes from './WeekStrip.module.css';

type Day = Today['week'][number];

export function WeekStrip({ week, today }: { week: readonly Day[]; today: string }) {
  const t = useT();
  const strip = useRef<HTMLOListElement>(null);
  const index = week.findIndex(({ day }) => day === today);
  // Where the week is wider than the screen it begins with today; the strip is its days' offset parent there.
  useEffect(() => {
    const element = strip.current;
    const day = element?.children[index];
    if (element && day instanceof HTMLElement) element.scrollLeft = day.offsetLeft;
  }, [index]);
  return (
    <ol ref={strip} className={classes.strip} aria-label={t('week.label')} tabIndex={0}>
      {week.map((day) => (
        <WeekDay key={day.day} day={day} today={today} />
      ))}
    </ol>
  );
}

function WeekDay({ day, today }: { day: Day; today: string }) {
  const t = useT();
  const format = useFormat();
  const isToday = day.day === today;
  const isPast = day.day < today;
  const left = day.publications - day.published;
  return (
    <li
      className={cx(classes.day, isPast && classes.past, isToday && classes.today)}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className={classes.head}>
        <span className={classes.number}>{Number(day.day.slice(-2))}</span>
        <span className={classes.name}>{isToday ? t('week.today') : format.weekdayShort(day.day)}</span>
        <span className={classes.chip}>
          {day.atRisk > 0 ? (
            <RiskChip level={isToday ? 'danger' : 'warn'}>{t('week.risk', { count: day.atRisk })}</RiskChip>
          ) : !isPast && day.publications === 0 ? (
            <Chip tone="warn">{t('week.empty')}</Chip>
          ) : null}
        </span>
      </span>
      {day.published > 0 ? (
        <span className={classes.line}>
          <IconCheck />
          {[t('week.published', { count: day.published }), left > 0 ? t('week.more', { count: left }) : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ) : day.publications > 0 ? (
        <span className={classes.line}>
          <IconCalendar />
          {t('week.publications', { count: day.publications })}
        </span>
      ) : null}
      {day.tasksDue > 0 ? (
        <span className={classes.line}>
          <IconClock />
          {t('week.tasks', { count: day.tasksDue })}
        </span>
      ) : null}
      {day.approvalsDue > 0 ? (
        <span className={classes.line}>
          <StateIcon state="client_review" decorative />
          {t('week.approvals', { count: day.approvalsDue })}
        </span>
      ) : null}
    </li>
  );
}
