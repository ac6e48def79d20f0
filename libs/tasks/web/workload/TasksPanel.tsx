import {
  AppLink,
  cx,
  DragArea,
  Draggable,
  Notice,
  QueryView,
  SidePanel,
  SkeletonRows,
  StateIcon,
  useFormat,
  workState,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { Absences } from './Absences';
import { GiveMenu } from './GiveMenu';
import { useT } from './locales';
import { useHours, useWeekName } from './words';
import { WorkloadTasksQuery, type LoadedPerson, type LoadTask, type Workload } from './workload-documents';
import classes from './Workload.module.css';

interface TasksPanelProps {
  /** Null: what nobody does. */
  person: LoadedPerson | null;
  /** A Monday; null: all of them. */
  week: string | null;
  workload: Workload;
  onGive: (task: LoadTask, to: LoadedPerson) => Promise<void>;
  onClose: () => void;
}

/** What the hours of a cell are made of, and what is in no week. */
export function TasksPanel({ person, week, workload, onGive, onClose }: TasksPanelProps) {
  const t = useT();
  const weekName = useWeekName(workload.weeks);
  const hours = useHours();
  const [result, refetch] = useQuery({
    query: WorkloadTasksQuery,
    variables: { memberId: person?.id ?? null },
    requestPolicy: 'cache-and-network',
  });
  const index = week === null ? null : workload.weeks.indexOf(week);
  const name = person?.name ?? t('nobody');
  return (
    <SidePanel
      label={name}
      header={
        <h2 className={classes.panelTitle}>
          {name}
          {week && <small>{weekName(week)}</small>}
        </h2>
      }
      onClose={onClose}
      flush
    >
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.workloadTasks}
        skeleton={<SkeletonRows rows={4} />}
      >
        {({ tasks, elsewhereMinutes }) => {
          const counted = tasks.filter(({ minutes }) => minutes && (index === null || (minutes[index] ?? 0) > 0));
          const uncounted = tasks.filter(({ minutes }) => !minutes);
          const elsewhere =
            index === null ? elsewhereMinutes.reduce((sum, each) => sum + each, 0) : (elsewhereMinutes[index] ?? 0);
          const row = (task: LoadTask) => (
            <TaskRow key={task.id} task={task} index={index} workload={workload} onGive={onGive} />
          );
          return (
            <DragArea className={classes.groups}>
              {counted.length > 0 ? <ul aria-label={t(week ? 'counted' : 'planned')}>{counted.map(row)}</ul> : null}
              {counted.length + uncounted.length === 0 && <p className={classes.none}>{t('none')}</p>}
              {elsewhere > 0 && <p className={classes.none}>{t('elsewhere', { hours: hours(elsewhere) })}</p>}
              {person && <Absences person={person} />}
              {uncounted.length > 0 && (
                <section aria-label={t('notCounted')}>
                  <Notice tone="warn" title={t('notCounted')}>
                    {t('notCountedText')}
                  </Notice>
                  <ul>{uncounted.map(row)}</ul>
                </section>
              )}
            </DragArea>
          );
        }}
      </QueryView>
    </SidePanel>
  );
}

interface TaskRowProps extends Pick<TasksPanelProps, 'workload' | 'onGive'> {
  task: LoadTask;
  index: number | null;
}

function TaskRow({ task, index, workload, onGive }: TaskRowProps) {
  const t = useT();
  const hours = useHours();
  const format = useFormat();
  const part = index === null ? null : (task.minutes?.[index] ?? null);
  const estimate = task.estimatedMinutes;
  return (
    <li>
      <Draggable
        thing={task.canHandOver ? task : null}
        className={cx(classes.task, task.canHandOver && classes.movable)}
      >
        <StateIcon state={workState(task.state)} />
        <span className={classes.what}>
          <AppLink href={`/tasks/${task.id}`} draggable={false}>
            {task.title}
          </AppLink>
          <small>
            {[
              task.clientName,
              t(`discipline.${task.discipline}`),
              task.dueAt ? t('due', { day: format.day(task.dueAt) }) : t('noDue'),
              ...(task.isOverdue ? [t('late')] : []),
              ...(task.spentMinutes > 0 ? [t('spent', { hours: hours(task.spentMinutes) })] : []),
            ].join(' · ')}
          </small>
        </span>
        <span className={classes.hours}>
          {estimate === null
            ? t('noEstimate')
            : part !== null && part !== estimate
              ? t('ofEstimate', { hours: hours(part), all: hours(estimate) })
              : t('hours', { hours: hours(estimate) })}
        </span>
        {task.canHandOver && <GiveMenu task={task} workload={workload} index={index ?? 0} onGive={onGive} />}
      </Draggable>
    </li>
  );
}
