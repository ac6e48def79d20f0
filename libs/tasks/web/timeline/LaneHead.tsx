import { Avatar, cx, IconAlert, useFormat } from '@planerka/platform/web';
import type { TimelineLane } from './lanes';
import { useT } from './locales';
import type { TimelinePerson } from './timeline-documents';
import { useHours } from './words';
import classes from './TimelineGrid.module.css';

const sumOf = (minutes: readonly number[]): number => minutes.reduce((sum, each) => sum + each, 0);

export interface LoadSum {
  readonly text: string;
  readonly over: string | null;
  readonly elsewhere: string | null;
  readonly planned: number;
  readonly capacity: number;
}

/** What somebody has to do in the window against what they can give, and whether a day of it is too much. */
export function useLoadWords(): (person: TimelinePerson) => LoadSum {
  const t = useT();
  const hours = useHours();
  return ({ plannedMinutes, capacityMinutes, elsewhereMinutes }) => {
    const planned = sumOf(plannedMinutes);
    const capacity = sumOf(capacityMinutes);
    const days = plannedMinutes.filter((minutes, index) => minutes > (capacityMinutes[index] ?? 0)).length;
    return {
      planned,
      capacity,
      text:
        capacity === 0 && planned === 0
          ? t('off')
          : t('hoursOf', { planned: hours(planned), capacity: hours(capacity) }),
      over:
        planned > capacity
          ? t('over', { hours: hours(planned - capacity) })
          : days > 0
            ? t('overDays', { count: days })
            : null,
      elsewhere: elsewhereMinutes > 0 ? t('elsewhere', { hours: hours(elsewhereMinutes) }) : null,
    };
  };
}

export type Absence = TimelinePerson['absences'][number];

/** «отпуск 5–9 дек». */
export function useAbsenceText(): (absence: Absence) => string {
  const t = useT();
  const format = useFormat();
  return ({ kind, startsOn, endsOn }) =>
    t(`away.${kind}`, { days: startsOn === endsOn ? format.day(startsOn) : format.range(startsOn, endsOn) });
}

/** Whose lane it is; where it is a person's, with their hours. */
export function LaneHead({ lane, absences }: { lane: TimelineLane; absences: readonly Absence[] }) {
  const t = useT();
  const load = useLoadWords();
  const absenceText = useAbsenceText();
  const { person, title, tasks } = lane;
  const sum = person && load(person);
  return (
    <div className={classes.head}>
      {person && <Avatar id={person.memberId} name={person.name} size={24} />}
      <span className={classes.headText}>
        <b title={title}>{title}</b>
        {sum ? (
          <>
            <small>{sum.text}</small>
            {sum.over && (
              <small className={classes.over}>
                <IconAlert size={12} />
                {sum.over}
              </small>
            )}
            {sum.elsewhere && <small>{sum.elsewhere}</small>}
            {absences.map((absence) => (
              <small key={absence.id}>{absenceText(absence)}</small>
            ))}
          </>
        ) : (
          <small>{t('laneTasks', { count: tasks.length })}</small>
        )}
      </span>
    </div>
  );
}

interface LoadLineProps {
  person: TimelinePerson;
  days: readonly string[];
  dayWidth: number;
}

/** Narrower days have no room for their number: their week has. */
const leastForDay = 26;

/** Hours by day, or by week where days are narrow; too much is red and hatched, and said in words. */
export function LoadLine({ person, days, dayWidth }: LoadLineProps) {
  const t = useT();
  const format = useFormat();
  const hours = useHours();
  const { plannedMinutes, capacityMinutes } = person;
  const size = dayWidth >= leastForDay ? 1 : 7;
  const cells = days.flatMap((day, index) => {
    if (index % size !== 0) return [];
    const planned = sumOf(plannedMinutes.slice(index, index + size));
    const capacity = sumOf(capacityMinutes.slice(index, index + size));
    return planned === 0 && capacity === 0 ? [] : [{ day, index, planned, capacity }];
  });
  return (
    <div className={classes.load} aria-hidden>
      {cells.map(({ day, index, planned, capacity }) => {
        const isOver = planned > capacity;
        const text = t('hoursOf', { planned: hours(planned), capacity: hours(capacity) });
        return (
          <span
            key={day}
            className={cx(classes.loadCell, isOver && classes.over)}
            style={{ left: index * dayWidth, width: size * dayWidth }}
            title={t('loadOn', {
              day: size === 1 ? format.day(day) : format.range(day, days[Math.min(index + 6, days.length - 1)] ?? day),
              load: isOver ? `${text}, ${t('over', { hours: hours(planned - capacity) })}` : text,
            })}
          >
            <i style={{ height: `${Math.min(100, capacity === 0 ? 100 : (planned / capacity) * 100)}%` }} />
            {planned > 0 && <em>{size === 1 ? hours(planned) : text}</em>}
          </span>
        );
      })}
    </div>
  );
}
