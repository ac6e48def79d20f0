import { Button } from '@mantine/core';
import {
  AppLink,
  EmptyState,
  graphql,
  IconBoard,
  IconCalendar,
  IconPlus,
  IconTable,
  IconUpDown,
  Page,
  PageHeader,
  QueryView,
  Row,
  Segmented,
  SkeletonCards,
  SkeletonRows,
  SkeletonTable,
} from '@planerka/platform/web';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useTaskActions } from '../actions/use-task-actions';
import { useT } from '../locales';
// Words of their own: the dictionary of tasks comes with every task's page.
import { useT as useQueueT } from '../queue/locales';
import { useT as useMarkingT } from '../marking/locales';
import { useT as useTimelineT } from '../timeline/locales';
import { useT as useLoadT } from '../workload/locales';
import { NewTaskDialog } from '../new-task/LazyNewTaskDialog';
import { TaskBoard, TaskBoardQuery } from './TaskBoard';
import { TaskFiltersBar } from './TaskFiltersBar';
import classes from './TasksPage.module.css';
import { TaskTable } from './TaskTable';
import { useTaskFilters } from './use-task-filters';

const TasksViewerQuery = graphql(`
  query TasksViewer {
    viewer {
      id
      role
      disciplines
    }
  }
`);

// Not looked at before the tasks themselves.
const TaskViewsMenu = lazy(() => import('../views/TaskViewsMenu').then((views) => ({ default: views.TaskViewsMenu })));

const TaskQueue = lazy(() => import('../queue').then((queue) => ({ default: queue.TaskQueue })));

const TaskTimeline = lazy(() => import('../timeline').then((timeline) => ({ default: timeline.TaskTimeline })));

/** All work that the viewer may see, as a board or a table of the same tasks. */
export function TasksPage() {
  const t = useT();
  const queue = useQueueT();
  const load = useLoadT();
  const markingWords = useMarkingT();
  const filters = useTaskFilters();
  const { act, dialog } = useTaskActions();
  const [isCreating, setCreating] = useState(false);
  const [{ data: viewer }] = useQuery({ query: TasksViewerQuery });
  const isTable = filters.values.view === 'table';
  const hasQueue = viewer?.viewer?.role === 'SPECIALIST';
  const isQueue = filters.values.view === 'queue' && hasQueue;
  const isTimeline = filters.values.view === 'timeline';
  const timeline = useTimelineT();
  const canCreate = viewer?.viewer?.role === 'OWNER' || viewer?.viewer?.role === 'MANAGER';
  const create = canCreate && (
    <Button variant="filled" leftSection={<IconPlus />} onClick={() => setCreating(true)}>
      {t('board.create')}
    </Button>
  );
  const views = (
    <Suspense fallback={null}>
      <TaskViewsMenu filters={filters} />
    </Suspense>
  );
  const header: ReactNode = (
    <div className={classes.top}>
      <PageHeader
        title={t('board.title')}
        actions={
          <>
            {(canCreate || viewer?.viewer?.disciplines.includes('TARGETING')) && (
              <Button variant="subtle" component={AppLink} href="/marking">
                {markingWords('title')}
              </Button>
            )}
            <Segmented
              label={t('board.view')}
              value={isQueue ? 'queue' : isTable ? 'table' : isTimeline ? 'timeline' : 'board'}
              onChange={(view) => filters.set({ view: view === 'board' ? undefined : view })}
              segments={[
                ...(hasQueue
                  ? [{ value: 'queue' as const, label: queue('short'), icon: <IconUpDown size={14} /> }]
                  : []),
                { value: 'board', label: t('board.asBoard'), icon: <IconBoard size={14} /> },
                { value: 'table', label: t('board.asTable'), icon: <IconTable size={14} /> },
                { value: 'timeline', label: timeline('view'), icon: <IconCalendar size={14} /> },
              ]}
            />
            <Button component={AppLink} href="/workload" variant="subtle">
              {load('title')}
            </Button>
            {create}
          </>
        }
      />
      {isQueue ? (
        <Row>{views}</Row>
      ) : (
        <TaskFiltersBar filters={filters} isTable={isTable || isTimeline}>
          {views}
        </TaskFiltersBar>
      )}
    </div>
  );
  const dialogs = (
    <>
      {isCreating && <NewTaskDialog onClose={() => setCreating(false)} />}
      {dialog}
    </>
  );
  if (isTimeline) {
    const loading = (
      <Page margins="flush" fill>
        {header}
        <SkeletonTable />
      </Page>
    );
    return (
      <Suspense fallback={loading}>
        <TaskTimeline filters={filters} header={header} dialogs={dialogs} />
      </Suspense>
    );
  }
  return (
    <Page margins="flush" fill={!isTable && !isQueue}>
      {header}
      {isQueue ? (
        <Suspense fallback={<SkeletonRows rows={5} />}>
          <TaskQueue />
        </Suspense>
      ) : isTable ? (
        <TaskTable filters={filters} onAct={act} />
      ) : (
        <Board filters={filters} onAct={act} canCreate={canCreate} onCreate={() => setCreating(true)} />
      )}
      {dialogs}
    </Page>
  );
}

function Board({
  filters,
  onAct,
  canCreate,
  onCreate,
}: {
  filters: ReturnType<typeof useTaskFilters>;
  onAct: ReturnType<typeof useTaskActions>['act'];
  canCreate: boolean;
  onCreate: () => void;
}) {
  const t = useT();
  const { filter, isFiltered, reset } = filters;
  const [result, refetch] = useQuery({
    query: TaskBoardQuery,
    variables: { filter },
    requestPolicy: 'cache-and-network',
  });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => data.taskBoard}
      skeleton={<SkeletonCards />}
    >
      {(columns) =>
        columns.some(({ count }) => count > 0) ? (
          <TaskBoard columns={columns} filter={filter} onAct={onAct} />
        ) : isFiltered ? (
          <EmptyState title={t('empty.filtered')} action={<Button onClick={reset}>{t('filter.reset')}</Button>}>
            {t('empty.filteredText')}
          </EmptyState>
        ) : (
          <EmptyState
            title={t('empty.title')}
            action={
              canCreate && (
                <Button leftSection={<IconPlus />} onClick={onCreate}>
                  {t('board.create')}
                </Button>
              )
            }
          >
            {canCreate ? t('empty.text') : t('empty.specialist')}
          </EmptyState>
        )
      }
    </QueryView>
  );
}
