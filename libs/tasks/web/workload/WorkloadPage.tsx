import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { Button } from '@mantine/core';
import {
  AppLink,
  draggedThing,
  EmptyState,
  ignoreNextClick,
  Notice,
  Page,
  PageHeader,
  QueryView,
  SkeletonTable,
  useSearchParam,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';
import { TasksPanel } from './TasksPanel';
import { useHandOver } from './use-hand-over';
import { WorkloadQuery, type LoadTask, type Workload } from './workload-documents';
import { WorkloadTable } from './WorkloadTable';
import classes from './Workload.module.css';

/** Hours of people by week against what they can give; a cell opens its tasks, and these go to somebody else. */
export function WorkloadPage() {
  const t = useT();
  const [result, refetch] = useQuery({ query: WorkloadQuery, requestPolicy: 'cache-and-network' });
  const isOwn = result.data?.viewer?.role === 'SPECIALIST';
  if (!result.data) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <QueryView
          result={result}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={(data) => data.workload}
          skeleton={<SkeletonTable />}
        >
          {() => null}
        </QueryView>
      </Page>
    );
  }
  return <Board workload={result.data.workload} isOwn={isOwn} />;
}

/** The cell whose tasks stand beside: whose, and from which Monday («all»: in any week). */
function useOpened(): [{ memberId: string; week: string } | null, (memberId: string | null, week?: string) => void] {
  const [cell, setCell] = useSearchParam('cell');
  const [memberId, week = 'all'] = cell?.split(':') ?? [];
  return [
    memberId ? { memberId, week } : null,
    (id, monday = 'all') => setCell(id === null ? null : `${id}:${monday}`),
  ];
}

function Board({ workload, isOwn }: { workload: Workload; isOwn: boolean }) {
  const t = useT();
  const { people, weeks, unassigned } = workload;
  const [opened, open] = useOpened();
  const [lifted, setLifted] = useState<LoadTask | null>(null);
  const give = useHandOver(people);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const person = people.find(({ id }) => id === opened?.memberId) ?? null;

  function drop({ active, over }: DragEndEvent): void {
    setLifted(null);
    const to = people.find(({ id }) => id === over?.id);
    if (to) void give(draggedThing(active) as LoadTask, to);
  }

  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setLifted(draggedThing(active) as LoadTask)}
      onDragCancel={() => {
        setLifted(null);
        ignoreNextClick();
      }}
      onDragEnd={drop}
    >
      <Page
        panel={
          opened &&
          (person || opened.memberId === 'nobody') && (
            <TasksPanel
              key={`${opened.memberId} ${opened.week}`}
              person={person}
              week={weeks.includes(opened.week) ? opened.week : null}
              workload={workload}
              onGive={give}
              onClose={() => open(null)}
            />
          )
        }
      >
        <PageHeader
          title={t(isOwn ? 'own' : 'title')}
          actions={
            !isOwn && (
              <Button component={AppLink} href="/workload/new-client">
                {t('canWe')}
              </Button>
            )
          }
        />
        <p className={classes.lead}>{t(isOwn ? 'leadOwn' : 'lead')}</p>
        {unassigned > 0 && (
          <Notice
            tone="warn"
            title={t('unassigned', { count: unassigned })}
            action={
              <Button size="xs" onClick={() => open('nobody')}>
                {t('show')}
              </Button>
            }
          >
            {t('unassignedText')}
          </Notice>
        )}
        {people.length === 0 ? (
          <EmptyState
            title={t('empty')}
            action={
              <Button component={AppLink} href="/team">
                {t('emptyAction')}
              </Button>
            }
          >
            {t('emptyText')}
          </EmptyState>
        ) : (
          <WorkloadTable workload={workload} opened={opened} lifted={lifted} onOpen={open} />
        )}
      </Page>
      <DragOverlay dropAnimation={null}>{lifted && <div className={classes.ghost}>{lifted.title}</div>}</DragOverlay>
    </DndContext>
  );
}
