import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
} from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import {
  draggedThing,
  EmptyState,
  ignoreNextClick,
  Page,
  QueryView,
  SkeletonTable,
  useFormat,
  type VariablesOf,
} from '@planerka/platform/web';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient, useQuery } from 'urql';
import { usePages, type Pages } from '../board/use-pages';
import type { TaskFilters } from '../board/use-task-filters';
import { useHandOver } from '../workload/use-hand-over';
import { lanesOf } from './lanes';
import { addDays, edgesOf, neighbourOf, layLane, type Step } from './layout';
import { useT } from './locales';
import { TaskPanel } from './TaskPanel';
import {
  MoreTimelineQuery,
  TaskTimelineQuery,
  type Timeline,
  type TimelinePerson,
  type TimelineTask,
} from './timeline-documents';
import { TimelineGrid } from './TimelineGrid';
import { TimelineList } from './TimelineList';
import { TimelineTools } from './TimelineTools';
import { useReschedule } from './use-reschedule';
import { timelineAddress } from './use-timeline-address';
import classes from './TimelineTools.module.css';

interface TaskTimelineProps {
  filters: TaskFilters;
  /** The page's own head, and what stands over it. */
  header: ReactNode;
  dialogs: ReactNode;
}

/** Tasks over days: bars, their chains, and the hours of those who do them. */
export function TaskTimeline({ filters, header, dialogs }: TaskTimelineProps) {
  const { days, from } = timelineAddress(filters.values);
  const variables = { filter: filters.tableFilter, from, days };
  const [result, refetch] = useQuery({ query: TaskTimelineQuery, variables, requestPolicy: 'cache-and-network' });
  const first = result.data?.taskTimeline;
  if (first) {
    return (
      // Other days or another filter are another list, from its first page.
      <Paged
        key={JSON.stringify(variables)}
        timeline={first}
        variables={variables}
        filters={filters}
        header={header}
        dialogs={dialogs}
      />
    );
  }
  return (
    <Page margins="flush" fill>
      {header}
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.taskTimeline}
        skeleton={<SkeletonTable />}
      >
        {() => null}
      </QueryView>
      {dialogs}
    </Page>
  );
}

/** So many come by themselves; more bars than that are asked for. */
const unasked = 580;

interface PagedProps extends TaskTimelineProps {
  timeline: Timeline;
  variables: Omit<VariablesOf<typeof MoreTimelineQuery>, 'after'>;
}

/** The tasks of these days by pages; the first has the people and days, too. */
function Paged({ timeline, variables, ...rest }: PagedProps) {
  const client = useClient();
  const pages = usePages<TimelineTask>(
    { nodes: timeline.tasks, endCursor: timeline.endCursor },
    timeline,
    async (after) => {
      const { data } = await client.query(MoreTimelineQuery, { ...variables, after }).toPromise();
      return data ? { nodes: data.taskTimeline.tasks, endCursor: data.taskTimeline.endCursor } : null;
    },
  );
  const { items, show } = pages;
  useEffect(() => show(0, Math.min(items.length, unasked)));
  return <Loaded timeline={timeline} found={items} pages={pages} {...rest} />;
}

interface LoadedProps extends TaskTimelineProps {
  timeline: Timeline;
  found: readonly TimelineTask[];
  pages: Pick<Pages<TimelineTask>, 'hasMore' | 'isLoading' | 'more'>;
}

function Loaded({ timeline, found, pages, filters, header, dialogs }: LoadedProps) {
  const t = useT();
  const format = useFormat();
  const address = timelineAddress(filters.values);
  const { grouping, openedId } = address;
  const isNarrow = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
  const isList = address.isList || isNarrow;
  const reschedule = useReschedule();
  const { people, undated } = timeline;
  const colleagues = useMemo(() => people.map(({ memberId, ...rest }) => ({ ...rest, id: memberId })), [people]);
  const give = useHandOver(colleagues);
  const { shown } = reschedule;
  const tasks = useMemo(() => found.map(shown), [found, shown]);
  // What is dragged over them changes no lane: they are laid anew only with their tasks.
  const lanes = useMemo(
    () =>
      lanesOf(tasks, people, grouping, {
        nobody: t('nobody'),
        noCampaign: t('noCampaign'),
        noItem: t('noItem'),
      }),
    [tasks, people, grouping, t],
  );
  const byPeople = grouping === 'person';
  const opened = [...tasks, ...undated].find(({ id }) => id === openedId) ?? null;
  const open = useCallbackRef((id: string | null) => filters.set({ task: id ?? undefined }));
  const handOver = (task: TimelineTask, to: TimelinePerson) =>
    void give({ ...task, assigneeId: task.assignee?.id ?? null }, { ...to, id: to.memberId });
  const pass = useCallbackRef((task: TimelineTask, step: 1 | -1) => {
    const takers = people.filter(
      ({ memberId, disciplines }) => memberId === task.assignee?.id || disciplines.includes(task.discipline),
    );
    const here = takers.findIndex(({ memberId }) => memberId === task.assignee?.id);
    const to = takers[here + step];
    if (to && to.memberId !== task.assignee?.id) handOver(task, to);
  });
  const nudge = useCallbackRef(reschedule.nudge);
  const drag = useDragging({
    byPeople,
    people,
    onMove: reschedule.move,
    onGive: handOver,
  });
  const stepTo = (step: Step) => {
    const next =
      openedId &&
      neighbourOf(
        lanes.map((lane) => layLane(lane, timeline)),
        openedId,
        step,
      );
    return next ? () => open(next) : undefined;
  };
  const known = new Set(tasks.map(({ id }) => id));
  const waiting = new Set(edgesOf(tasks).flatMap(({ from, to }) => (from === openedId ? [to] : [])));
  return (
    <Page
      margins="flush"
      fill={!isList}
      panel={
        opened && (
          <TaskPanel
            key={opened.id}
            task={opened}
            after={tasks.filter(({ id }) => waiting.has(id))}
            people={people}
            isHere={(id) => known.has(id)}
            onGo={open}
            onMove={() => reschedule.ask(opened)}
            onGive={(to) => handOver(opened, to)}
            onClose={() => open(null)}
            onPrevious={stepTo('left')}
            onNext={stepTo('right')}
          />
        )
      }
    >
      {header}
      <TimelineTools filters={filters} address={address} timeline={timeline} isNarrow={isNarrow} />
      {lanes.length === 0 || (tasks.length === 0 && !byPeople) ? (
        <EmptyState
          title={t('empty')}
          action={filters.isFiltered && <Button onClick={filters.reset}>{t('clear')}</Button>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : isList ? (
        <TimelineList timeline={timeline} tasks={tasks} byPeople={byPeople} openedId={openedId} onOpen={open} />
      ) : (
        <DndContext sensors={drag.sensors} {...drag.handlers}>
          <TimelineGrid
            timeline={timeline}
            lanes={lanes}
            tasks={tasks}
            corner={t(`groups.${grouping}`)}
            byPeople={byPeople}
            openedId={openedId}
            lifted={drag.lifted}
            onOpen={open}
            onNudge={nudge}
            onPass={pass}
            onScale={drag.onScale}
          />
          <DragOverlay dropAnimation={null}>
            {drag.lifted && (
              <div className={classes.ghost}>
                {drag.lifted.title}
                <small>
                  {drag.to
                    ? t('ghostTo', { name: drag.to.name })
                    : t('ghost', { day: format.day(drag.dueOn ?? timeline.today) })}
                </small>
              </div>
            )}
          </DragOverlay>
        </DndContext>
      )}
      {pages.hasMore && (
        <p className={classes.cut}>
          {t('cut', { count: tasks.length })}{' '}
          <Button size="xs" variant="subtle" loading={pages.isLoading} onClick={pages.more}>
            {t('more')}
          </Button>
        </p>
      )}
      {reschedule.dialog}
      {dialogs}
    </Page>
  );
}

interface Dragging {
  readonly byPeople: boolean;
  readonly people: readonly TimelinePerson[];
  readonly onMove: (task: TimelineTask, dueOn: string) => void;
  readonly onGive: (task: TimelineTask, to: TimelinePerson) => void;
}

/** Along its lane a task goes to another day, to another lane it goes to somebody else, its days kept. */
function useDragging({ byPeople, people, onMove, onGive }: Dragging) {
  const [lifted, setLifted] = useState<TimelineTask | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [to, setTo] = useState<TimelinePerson | null>(null);
  const dayWidth = useRef(1);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const placeOf = ({ active, over, delta }: DragMoveEvent | DragEndEvent) => {
    const task = draggedThing(active) as TimelineTask;
    const person = byPeople
      ? people.find(({ memberId }) => memberId === over?.id && memberId !== task.assignee?.id)
      : null;
    const days = Math.round(delta.x / dayWidth.current);
    return { task, person: person ?? null, day: task.dueOn && addDays(task.dueOn, days) };
  };
  const stop = () => {
    setLifted(null);
    setDueOn(null);
    setTo(null);
  };
  return {
    sensors,
    lifted,
    dueOn,
    to,
    onScale: useCallbackRef((width: number) => {
      dayWidth.current = width;
    }),
    handlers: {
      onDragStart: ({ active }: { active: Parameters<typeof draggedThing>[0] }) =>
        setLifted(draggedThing(active) as TimelineTask),
      onDragMove: (event: DragMoveEvent) => {
        const { person, day } = placeOf(event);
        setTo(person);
        setDueOn(day);
      },
      onDragCancel: () => {
        stop();
        ignoreNextClick();
      },
      onDragEnd: (event: DragEndEvent) => {
        const { task, person, day } = placeOf(event);
        stop();
        if (person) onGive(task, person);
        else if (day && day !== task.dueOn) onMove(task, day);
      },
    },
  };
}
