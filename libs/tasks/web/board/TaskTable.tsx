import { Button, Select } from '@mantine/core';
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
  Row,
  SkeletonTable,
  StateChip,
  Table,
  TableRow,
  useFormat,
  workState,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { OffersMenu } from '../actions/OffersMenu';
import type { ActionableTask, Offer } from '../actions/use-task-actions';
import { useT } from '../locales';
import { DisciplineIcon } from './TaskCard';
import classes from './TaskTable.module.css';
import { statesOf, type TaskFilters } from './use-task-filters';

const TaskTableQuery = graphql(`
  query TaskTable($filter: TaskFilter!, $order: TaskOrder!, $first: Int!) {
    tasks(filter: $filter, order: $order, first: $first) {
      nodes {
        id
        title
        state
        discipline
        dueAt
        isOverdue
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

const orders = ['due', 'recent', 'title', 'fee'] as const;
const wire = { due: 'DUE', recent: 'RECENT', title: 'TITLE', fee: 'FEE' } as const;
const orderOf = (value: string | undefined): (typeof orders)[number] =>
  orders.find((order) => order === value) ?? 'due';
const step = 50;
const most = 200;

/** The board's tasks in lines: for comparing, sorting and long lists. */
export function TaskTable({
  filters,
  onAct,
}: {
  filters: TaskFilters;
  onAct: (task: ActionableTask, offer: Offer) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { values } = filters;
  // Closed work is looked at from the last one back.
  const usual = values.closed || statesOf(values).includes('done') ? 'recent' : 'due';
  const order = orderOf(values.order ?? usual);
  const [first, setFirst] = useState(step);
  const [result, refetch] = useQuery({
    query: TaskTableQuery,
    variables: { filter: filters.tableFilter, order: wire[order], first },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className={classes.root}>
      <Row>
        <Select
          size="xs"
          aria-label={t('table.sort')}
          data={orders.map((value) => ({ value, label: t(`table.orders.${value}`) }))}
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
        {({ nodes, pageInfo }) =>
          nodes.length === 0 ? (
            <NothingHere filters={filters} />
          ) : (
            <Card clip>
              <Table label={t('tasks')} rows="rich" stacks>
                <thead>
                  <tr>
                    <Column>{t('table.task')}</Column>
                    <Column>{t('table.client')}</Column>
                    <Column>{t('table.state')}</Column>
                    <Column>{t('table.assignee')}</Column>
                    <Column>{t('table.due')}</Column>
                    <Column numeric>{t('table.fee')}</Column>
                    <Column hidden>{t('action.more')}</Column>
                  </tr>
                </thead>
                <tbody>
                  {nodes.map((task) => (
                    <TableRow key={task.id}>
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
                  ))}
                </tbody>
              </Table>
              {pageInfo.hasNextPage && first >= most && (
                <p className={classes.quiet}>{t('table.first', { count: most })}</p>
              )}
              {pageInfo.hasNextPage && first < most && (
                <div className={classes.more}>
                  <Button
                    size="xs"
                    variant="subtle"
                    loading={result.fetching}
                    onClick={() => setFirst(Math.min(most, first + step))}
                  >
                    {t('board.more')}
                  </Button>
                </div>
              )}
            </Card>
          )
        }
      </QueryView>
    </div>
  );
}
