import { VisuallyHidden } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import { Avatar, CapacityBar, Card, Cell, Column, cx, IconAlert, Table } from '@planerka/platform/web';
import { useT } from './locales';
import { useHours, useWeekName } from './words';
import type { LoadedPerson, LoadTask, Workload } from './workload-documents';
import classes from './Workload.module.css';

interface WorkloadTableProps {
  workload: Workload;
  opened: { readonly memberId: string; readonly week: string } | null;
  lifted: LoadTask | null;
  onOpen: (memberId: string, week?: string) => void;
}

export function WorkloadTable({ workload: { people, weeks }, opened, lifted, onOpen }: WorkloadTableProps) {
  const t = useT();
  const weekName = useWeekName(weeks);
  return (
    <Card label={t('title')} clip>
      <Table label={t('title')} rows="rich">
        <thead>
          <tr>
            <Column className={classes.who}>{t('person')}</Column>
            {weeks.map((week) => (
              <Column key={week}>{weekName(week)}</Column>
            ))}
            <Column numeric>{t('later')}</Column>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              weeks={weeks}
              opened={opened?.memberId === person.id ? opened.week : null}
              lifted={lifted}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

interface PersonRowProps extends Pick<WorkloadTableProps, 'lifted' | 'onOpen'> {
  person: LoadedPerson;
  weeks: readonly string[];
  opened: string | null;
}

/** A line takes what is dropped on it, where its person does such work. */
function PersonRow({ person, weeks, opened, lifted, onOpen }: PersonRowProps) {
  const t = useT();
  const hours = useHours();
  const { setNodeRef, isOver } = useDroppable({ id: person.id });
  const takes = lifted && lifted.assigneeId !== person.id && person.disciplines.includes(lifted.discipline);
  const allText =
    person.uncounted > 0 ? t('uncounted', { count: person.uncounted }) : t('all', { count: person.openTasks });
  return (
    <tr
      ref={setNodeRef}
      className={cx(lifted && (takes ? classes.takes : classes.shut), takes && isOver && classes.isOver)}
    >
      <th scope="row" className={classes.who}>
        <span className={classes.person}>
          <Avatar id={person.id} name={person.name} size={24} />
          <span>
            {person.name}
            <small>
              {[
                ...person.disciplines.map((one) => t(`discipline.${one}`)),
                t('perWeek', { hours: person.weeklyHours }),
              ].join(' · ')}
            </small>
            {person.spentThisWeekMinutes > 0 && (
              <small>{t('spentWeek', { hours: hours(person.spentThisWeekMinutes) })}</small>
            )}
            {person.role !== 'SPECIALIST' && person.openTasks > 0 && (
              <small>{t('does', { count: person.openTasks })}</small>
            )}
            <button
              type="button"
              className={classes.all}
              aria-label={t('allOf', { text: allText, name: person.name })}
              onClick={() => onOpen(person.id)}
            >
              {allText}
            </button>
          </span>
        </span>
      </th>
      {weeks.map((week, index) => (
        <Cell key={week}>
          <LoadCell
            person={person}
            cell={person.cells[index] ?? { plannedMinutes: 0, capacityMinutes: 0, daysAway: 0 }}
            week={week}
            weeks={weeks}
            isOpen={opened === week}
            onOpen={() => onOpen(person.id, week)}
          />
        </Cell>
      ))}
      <Cell numeric>{person.laterMinutes > 0 ? t('hours', { hours: hours(person.laterMinutes) }) : '—'}</Cell>
    </tr>
  );
}

interface LoadCellProps {
  person: LoadedPerson;
  cell: LoadedPerson['cells'][number];
  week: string;
  weeks: readonly string[];
  isOpen: boolean;
  onOpen: () => void;
}

function LoadCell({
  person,
  cell: { plannedMinutes, capacityMinutes, daysAway },
  week,
  weeks,
  isOpen,
  onOpen,
}: LoadCellProps) {
  const t = useT();
  const hours = useHours();
  const weekName = useWeekName(weeks);
  const over = plannedMinutes - capacityMinutes;
  const text =
    capacityMinutes === 0 && plannedMinutes === 0
      ? t('off')
      : t('hoursOf', { planned: hours(plannedMinutes), capacity: hours(capacityMinutes) });
  const away = daysAway > 0 ? t('away.days', { count: daysAway }) : null;
  const excess = over > 0 ? t('over', { hours: hours(over) }) : null;
  return (
    <button type="button" className={cx(classes.cell, over > 0 && classes.over)} aria-pressed={isOpen} onClick={onOpen}>
      <VisuallyHidden>{t('cell', { name: person.name, week: weekName(week) })}</VisuallyHidden>
      <span>{text}</span>
      <span aria-hidden>
        <CapacityBar
          value={plannedMinutes}
          limit={capacityMinutes}
          label={text}
          tone={over > 0 ? 'danger' : 'normal'}
        />
      </span>
      {excess && (
        <small>
          <IconAlert size={12} />
          {excess}
        </small>
      )}
      {away && <small>{away}</small>}
    </button>
  );
}
