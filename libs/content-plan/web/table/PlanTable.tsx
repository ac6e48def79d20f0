import {
  AppLink,
  Cell,
  Column,
  IconAlert,
  IconUpDown,
  NetworkIcon,
  networkOf,
  StateChip,
  StateIcon,
  Table,
  TableRow,
  useFormat,
  workState,
} from '@planerka/platform/web';
import { useMemo, useState } from 'react';
import { useT } from '../locales';
import { canMove, type PlanItem, shownState } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import type { Place } from '../plan/use-item-commands';
import classes from './PlanTable.module.css';
import { WhenCell } from './WhenCell';

const sorters = {
  date: (item: PlanItem) => `${item.publishOn} ${item.publishTime}`,
  title: (item: PlanItem) => item.title.toLocaleLowerCase(),
  client: (item: PlanItem) => item.client.name,
  rubric: (item: PlanItem) => item.rubric?.name ?? '\uffff',
  format: (item: PlanItem) => item.format,
  status: (item: PlanItem) => String(statusOrder.indexOf(item.status)),
} as const;
type Sort = keyof typeof sorters;

const statusOrder: readonly PlanItem['status'][] = [
  'MISSED',
  'PLANNED',
  'IN_PRODUCTION',
  'AWAITING_CLIENT',
  'READY',
  'PUBLISHED',
];

export interface PlanTableProps {
  items: readonly PlanItem[];
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  /** Absent where the viewer only reads: then nothing in the table can be changed. */
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
}

/** The same publications as rows: ordered by any column, day and time changed in place. */
export function PlanTable({ items, selectedId, withClient, onOpen, onMove }: PlanTableProps) {
  const t = useT();
  const format = useFormat();
  const [{ by, isDown }, setSort] = useState<{ by: Sort; isDown: boolean }>({ by: 'date', isDown: false });
  const sorted = useMemo(() => {
    const rows = items.toSorted(
      (one, other) =>
        sorters[by](one).localeCompare(sorters[by](other)) || sorters.date(one).localeCompare(sorters.date(other)),
    );
    return isDown ? rows.toReversed() : rows;
  }, [items, by, isDown]);
  const header = (column: Sort) => (
    <Column aria-sort={by === column ? (isDown ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={classes.sort}
        aria-label={t('table.sortBy', { column: t(`table.${column}`) })}
        onClick={() => setSort({ by: column, isDown: by === column && !isDown })}
      >
        {t(`table.${column}`)}
        <IconUpDown size={12} className={by === column ? classes.sorted : classes.unsorted} />
      </button>
    </Column>
  );
  return (
    <div className={classes.root}>
      <Table label={t('table.label')}>
        <thead>
          <tr>
            {header('date')}
            {header('title')}
            {withClient && header('client')}
            <Column>{t('table.channels')}</Column>
            {header('rubric')}
            {header('format')}
            <Column>{t('table.work')}</Column>
            {header('status')}
          </tr>
        </thead>
        <tbody>
          {sorted.map((item) => (
            <TableRow key={item.id} selected={item.id === selectedId}>
              <Cell className={classes.when}>
                {onMove && canMove(item) ? (
                  <WhenCell item={item} onMove={(to) => onMove(item, to)} />
                ) : (
                  `${format.weekdayShort(item.publishOn)}, ${format.day(item.publishOn)}, ${item.publishTime}`
                )}
              </Cell>
              <Cell strong>
                <span className={classes.title}>
                  <button type="button" className={classes.open} onClick={() => onOpen(item.id)}>
                    {item.title}
                  </button>
                  {item.risk && (
                    <span className={item.risk.level === 'LATE' ? classes.late : classes.tight}>
                      <IconAlert size={12} label={t('risk.label')} />
                    </span>
                  )}
                </span>
              </Cell>
              {withClient && <Cell>{item.client.name}</Cell>}
              <Cell>
                <span className={classes.icons}>
                  {item.channels.map((channel) => (
                    <NetworkIcon key={channel.id} network={networkOf(channel.network)} />
                  ))}
                </span>
              </Cell>
              <Cell>
                {item.rubric && (
                  <span className={classes.rubric}>
                    <RubricSwatch colour={item.rubric.colour} />
                    {item.rubric.name}
                  </span>
                )}
              </Cell>
              <Cell>{t(`format.${lower(item.format)}`)}</Cell>
              <Cell>
                <span className={classes.icons}>
                  {item.tasks.map((task) => (
                    <AppLink
                      key={task.id}
                      href={`/tasks/${task.id}`}
                      title={[t(`discipline.${lower(task.discipline)}`), task.assigneeName].filter(Boolean).join(', ')}
                    >
                      <StateIcon state={workState(task.state)} />
                    </AppLink>
                  ))}
                </span>
              </Cell>
              <Cell>
                <StateChip state={shownState(item)} />
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
