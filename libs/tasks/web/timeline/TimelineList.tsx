import { CapacityBar, cx, IconAlert, StateIcon, useFormat, workState } from '@planerka/platform/web';
import { DisciplineIcon } from '../board/TaskCard';
import { useLoadWords } from './LaneHead';
import { useT } from './locales';
import type { Timeline, TimelineTask } from './timeline-documents';
import { troubleOf, useTaskWords } from './words';
import classes from './TimelineList.module.css';

interface TimelineListProps {
  timeline: Timeline;
  tasks: readonly TimelineTask[];
  byPeople: boolean;
  openedId: string | null;
  onOpen: (id: string) => void;
}

/** The same by the day that each is due: for phones, for screen readers, and for whoever would rather read. */
export function TimelineList({ timeline, tasks, byPeople, openedId, onOpen }: TimelineListProps) {
  const t = useT();
  const format = useFormat();
  const { from, today, people, daysOff } = timeline;
  const off = new Set(daysOff);
  const days = [...Map.groupBy(tasks, ({ endsOn }) => (endsOn === null || endsOn < from ? '' : endsOn))].toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  );
  return (
    <div className={classes.list}>
      {byPeople && people.length > 0 && <Loads people={people} />}
      {days.map(([day, own]) => (
        <section key={day} className={cx(classes.listDay, day === today && classes.listToday)}>
          <h2>
            {day === '' ? t('overdue') : format.weekday(day)}
            {day === today && <small>{t('today')}</small>}
            {off.has(day) && <small>{t('dayOff')}</small>}
          </h2>
          <ul>
            {own.map((task) => (
              <ListRow key={task.id} task={task} isOpen={task.id === openedId} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Loads({ people }: Pick<Timeline, 'people'>) {
  const t = useT();
  const load = useLoadWords();
  const loads = people.map((person) => ({ person, ...load(person) }));
  const overloaded = loads.filter(({ over }) => over).length;
  return (
    <details className={classes.loads}>
      <summary>
        {t('loads')}
        {overloaded > 0 && (
          <small className={classes.over}>
            <IconAlert size={12} />
            {t('overloaded', { count: overloaded })}
          </small>
        )}
      </summary>
      <ul>
        {loads.map(({ person, planned, capacity, text, over, elsewhere }) => {
          return (
            <li key={person.memberId}>
              <b>{person.name}</b>
              <span aria-hidden>
                <CapacityBar value={planned} limit={capacity} label={text} tone={over ? 'danger' : 'normal'} />
              </span>
              <small>{[text, elsewhere].filter(Boolean).join(', ')}</small>
              {over && (
                <small className={classes.over}>
                  <IconAlert size={12} />
                  {over}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function ListRow({ task, isOpen, onOpen }: { task: TimelineTask; isOpen: boolean; onOpen: (id: string) => void }) {
  const t = useT();
  const { days, state, troubles } = useTaskWords()(task);
  const trouble = troubleOf(task);
  return (
    <li>
      <button type="button" className={classes.listRow} aria-expanded={isOpen} onClick={() => onOpen(task.id)}>
        <StateIcon state={workState(task.state)} decorative />
        <span className={classes.listText}>
          <b>{task.title}</b>
          <small>{[task.client.name, task.assignee?.name ?? t('nobody'), state, days].join(' · ')}</small>
          {troubles.map((text) => (
            <small key={text} className={trouble === 'danger' ? classes.over : classes.warned}>
              <IconAlert size={12} />
              {text}
            </small>
          ))}
        </span>
        <DisciplineIcon discipline={task.discipline} />
      </button>
    </li>
  );
}
