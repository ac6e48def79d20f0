import { Button, Select } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import {
  AppLink,
  Avatar,
  Card,
  Cell,
  Column,
  EmptyState,
  graphql,
  IconAlert,
  MoneyText,
  QueryView,
  type ResultOf,
  Row,
  type RowPlace,
  SkeletonTable,
  StateChip,
  Table,
  TableRow,
  useFormat,
  type VariablesOf,
  VirtualRows,
  workState,
} from '@planerka/platform/web';
import { minutesOver, taskOrders } from '@planerka/tasks/domain';
import { memo, useMemo } from 'react';
import { useClient, useQuery } from 'urql';
import { OffersMenu } from '../actions/OffersMenu';
import type { ActionableTask, Offer } from '../actions/use-task-actions';
import { useT } from '../locales';
import { DisciplineIcon } from './TaskCard';
import { orderOf, statesOf } from './task-address';
import classes from './TaskTable.module.css';
import { usePages, type Page } from './use-pages';
import type { TaskFilters } from './use-task-filters';

const TaskTableQuery = graphql(`
  query TaskTable($filter: TaskFilter!, $order: TaskOrder!, $after: String) {
    tasks(filter: $filter, order: $order, after: $after, first: 50) {
      nodes {
        id
        title
        state
        discipline
        dueAt
        isOverdue
        estimatedMinutes
        spentMinutes
        version
        client {
          id
          name
        }
        assignee {
          id
          name
        }
        fee {
          amount
          currency
        }
        predecessors {
          id
          title
          state
        }
        availableActions {
          action
          isPrimary
          to
          count
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** With filters: take one away. Without: there is nothing open now. */
function NothingHere({ filters: { isFiltered, reset, set } }: { filters: TaskFilters }) {
  const t = useT();
  return isFiltered ? (
    <EmptyState title={t('empty.filtered')} action={<Button onClick={reset}>{t('filter.reset')}</Button>}>
      {t('empty.filteredText')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('empty.nothingOpen')}
      action={<Button onClick={() => set({ closed: '1' })}>{t('filter.showClosed')}</Button>}
    >
      {t('empty.nothingOpenText')}
    </EmptyState>
  );
}

const rowHeight = 51;
const widths = ['', '12%', '144px', '15%', '148px', '136px', '80px', '56px'];

type TaskList = ResultOf<typeof TaskTableQuery>['tasks'];
type TaskLine = TaskList['nodes'][number];

const pageOf = ({ nodes, pageInfo }: TaskList): Page<TaskLine> => ({
  nodes,
  endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});
const idOf = ({ id }: TaskLine): string => id;

/** The board's tasks in lines: for comparing, sorting and long lists. */
export function TaskTable({ filters, onAct }: { filters: TaskFilters; onAct: Act }) {
  const t = useT();
  const { values, tableFilter: filter } = filters;
  // Closed work is looked at from the last one back.
  const usual = values.closed || statesOf(values).includes('done') ? 'recent' : 'due';
  const order = orderOf(values.order) ?? usual;
  const variables = useMemo(() => ({ filter, order: order.toUpperCase() as Uppercase<typeof order> }), [filter, order]);
  const [result, refetch] = useQuery({ query: TaskTableQuery, variables, requestPolicy: 'cache-and-network' });
  return (
    <div className={classes.root}>
      <Row>
        <Select
          size="xs"
          aria-label={t('table.sort')}
          data={taskOrders.map((value) => ({ value, label: t(`table.orders.${value}`) }))}
          value={order}
          allowDeselect={false}
          onChange={(value) => filters.set({ order: value === usual ? undefined : (value ?? undefined) })}
        />
      </Row>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.tasks}
        skeleton={<SkeletonTable />}
      >
        {(tasks) =>
          tasks.nodes.length === 0 ? (
            <NothingHere filters={filters} />
          ) : (
            // Another filter or order is another list, from its first page.
            <TaskLines key={JSON.stringify(variables)} tasks={tasks} variables={variables} onAct={onAct} />
          )
        }
      </QueryView>
    </div>
  );
}

type Act = (task: ActionableTask, offer: Offer) => void;

/** Page by page as they are scrolled to. */
function TaskLines({
  tasks,
  variables,
  onAct,
}: {
  tasks: TaskList;
  variables: Omit<VariablesOf<typeof TaskTableQuery>, 'after'>;
  onAct: Act;
}) {
  const t = useT();
  const client = useClient();
  const act = useCallbackRef(onAct);
  const pages = usePages<TaskLine>(pageOf(tasks), tasks, async (after) => {
    const { data } = await client.query(TaskTableQuery, { ...variables, after }).toPromise();
    return data ? pageOf(data.tasks) : null;
  });
  const show = useCallbackRef(pages.show);
  return (
    <Card clip>
      <Table
        label={t('tasks')}
        rows="rich"
        stacks
        widths={widths}
        rowCount={pages.hasMore ? -1 : pages.items.length + 1}
      >
        <thead>
          <tr>
            <Column>{t('table.task')}</Column>
            <Column>{t('table.client')}</Column>
            <Column>{t('table.state')}</Column>
            <Column>{t('table.assignee')}</Column>
            <Column>{t('table.due')}</Column>
            <Column numeric>{t('table.time')}</Column>
            <Column numeric>{t('table.fee')}</Column>
            <Column hidden>{t('action.more')}</Column>
          </tr>
        </thead>
        <VirtualRows items={pages.items} keyOf={idOf} estimate={rowHeight} columns={widths.length} onShow={show}>
          {(task, { ref, index }) => <TaskLineRow task={task} rowRef={ref} index={index} onAct={act} />}
        </VirtualRows>
      </Table>
      {pages.hasMore && (
        <div className={classes.more}>
          <Button size="xs" variant="subtle" loading={pages.isLoading} onClick={pages.more}>
            {t('board.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** «5,5 из 6 ч»; what went past the estimate says so in words, too. */
function SpentCell({ spent, estimated }: { spent: number | null; estimated: number | null }) {
  const t = useT();
  const format = useFormat();
  const hours = (minutes: number) => format.number(minutes / 60, { maximumFractionDigits: 1 });
  // Null is not for this viewer, and what nobody thought of or worked on has nothing to say.
  if (spent === null || (spent === 0 && estimated === null)) return '—';
  if (estimated === null) return t('table.spentOnly', { spent: hours(spent) });
  const over = minutesOver(spent, estimated);
  return (
    <>
      {t('table.spent', { spent: hours(spent), estimate: hours(estimated) })}
      {over > 0 && <span className={classes.over}>{t('table.over', { hours: hours(over) })}</span>}
    </>
  );
}

const TaskLineRow = memo(function TaskLineRow({
  task,
  rowRef,
  index,
  onAct,
}: {
  task: TaskLine;
  rowRef: RowPlace['ref'];
  index: RowPlace['index'];
  onAct: Act;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <TableRow ref={rowRef} index={index}>
      <Cell strong>
        <span className={classes.title}>
          <DisciplineIcon discipline={task.discipline} />
          <AppLink href={`/tasks/${task.id}`}>{task.title || t('brief.untitled')}</AppLink>
        </span>
      </Cell>
      <Cell label={t('table.client')}>{task.client.name}</Cell>
      <Cell label={t('table.state')}>
        <StateChip state={workState(task.state)} />
      </Cell>
      <Cell label={t('table.assignee')}>
        {task.assignee ? (
          <span className={classes.person}>
            <Avatar id={task.assignee.id} name={task.assignee.name} size={20} />
            {task.assignee.name}
          </span>
        ) : (
          <span className={classes.quiet}>{t('card.noAssignee')}</span>
        )}
      </Cell>
      <Cell label={t('table.due')}>
        <span className={task.isOverdue ? classes.late : undefined}>
          {task.isOverdue && <IconAlert size={12} />} {task.dueAt ? format.dateTime(task.dueAt) : '—'}
        </span>
      </Cell>
      <Cell numeric label={t('table.time')}>
        <SpentCell spent={task.spentMinutes} estimated={task.estimatedMinutes} />
      </Cell>
      <Cell numeric label={t('table.fee')}>
        <MoneyText value={task.fee} withoutSign />
      </Cell>
      <Cell>
        <OffersMenu
          label={t('board.actionsOf', { title: task.title })}
          offers={task.availableActions}
          onChoose={(offer) => onAct(task, offer)}
        />
      </Cell>
    </TableRow>
  );
});
