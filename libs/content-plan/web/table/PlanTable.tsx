import { useMediaQuery } from '@mantine/hooks';
import { Column, IconUpDown, Table, VirtualRows } from '@planerka/platform/web';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useChosen, useSelection } from '../bulk/selection';
import { useT } from '../locales';
import type { Place } from '../plan/item-moves';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import classes from './PlanTable.module.css';
import { PlanTableRow } from './PlanTableRow';
import { RowChoice } from './RowChoice';
import { useCellKeys } from './use-cell-keys';
import { useTableEdit } from './use-table-edit';

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

const rowHeight = 44;
const stackedHeight = 190;
const widthsOf = (withClient: boolean, withChoice: boolean, withCampaign: boolean): readonly string[] => [
  withChoice ? '164px' : '136px',
  '',
  ...(withClient ? ['12%'] : []),
  '96px',
  '14%',
  '88px',
  ...(withCampaign ? ['13%'] : []),
  '112px',
  '172px',
];
const idOf = ({ id }: PlanItem): string => id;

export interface PlanTableProps {
  items: readonly PlanItem[];
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  /** Absent where the viewer only reads: then nothing in the table can be changed. */
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
  plan: Plan;
  /** Cells are edited in place, and a block of a spreadsheet is taken. Of one client's plan. */
  canEdit: boolean;
  onPaste?: ((file: File) => void) | undefined;
}

/** The same publications as rows: ordered by any column, day and time changed in place. */
export function PlanTable({
  items: given,
  selectedId,
  withClient,
  onOpen,
  onMove,
  plan,
  canEdit,
  onPaste,
}: PlanTableProps) {
  const t = useT();
  const [{ by, isDown }, setSort] = useState<{ by: Sort; isDown: boolean }>({ by: 'date', isDown: false });
  const { items, editing, problemsOf, problemAt, ...editable } = useTableEdit(plan, given);
  const edit = canEdit ? editable.edit : undefined;
  const withCampaign = plan.campaigns.length > 0 && !withClient;
  const sorted = useMemo(() => {
    const rows = items.toSorted(
      (one, other) =>
        sorters[by](one).localeCompare(sorters[by](other)) || sorters.date(one).localeCompare(sorters.date(other)),
    );
    return isDown ? rows.toReversed() : rows;
  }, [items, by, isDown]);
  const selection = useSelection();
  const order = useMemo(() => sorted.map(idOf), [sorted]);
  useEffect(() => selection?.setOrder(order), [selection, order]);
  const widths = widthsOf(withClient, selection !== null, withCampaign);
  const box = useRef<HTMLDivElement>(null);
  // On a phone the page scrolls, not the table.
  const isNarrow = useMediaQuery('(max-width: 720px)') ?? false;
  const keys = useCellKeys({
    edit,
    problemAt,
    items: sorted,
    formatName: ({ format }) => t(`format.${format.toLowerCase() as Lowercase<typeof format>}`),
    onPaste: canEdit ? onPaste : undefined,
  });
  const header = (column: Sort) => (
    <Column aria-sort={by === column ? (isDown ? 'descending' : 'ascending') : 'none'}>
      {column === 'date' && <AllRows order={order} />}
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
    <div ref={box} className={classes.root} {...keys}>
      <Table label={t('table.label')} stacks widths={widths} rowCount={sorted.length + 1}>
        <thead>
          <tr>
            {header('date')}
            {header('title')}
            {withClient && header('client')}
            <Column>{t('table.channels')}</Column>
            {header('rubric')}
            {header('format')}
            {withCampaign && <Column>{t('table.campaign')}</Column>}
            <Column>{t('table.work')}</Column>
            {header('status')}
          </tr>
        </thead>
        <VirtualRows
          items={sorted}
          keyOf={idOf}
          estimate={isNarrow ? stackedHeight : rowHeight}
          columns={widths.length}
          scroller={isNarrow ? undefined : box}
        >
          {(item, { ref, index }) => (
            <PlanTableRow
              item={item}
              rowRef={ref}
              index={index}
              isSelected={item.id === selectedId}
              withClient={withClient}
              onOpen={onOpen}
              onMove={onMove}
              withCampaign={withCampaign}
              edit={edit}
              editing={editing?.id === item.id ? editing.field : undefined}
              problems={problemsOf(item.id)}
            />
          )}
        </VirtualRows>
      </Table>
    </div>
  );
}

function AllRows({ order }: { order: readonly string[] }) {
  const t = useT();
  const selection = useSelection();
  const chosen = useChosen(selection);
  if (!selection) return null;
  const count = order.filter((id) => chosen.has(id)).length;
  const isAll = count === order.length;
  return (
    <RowChoice
      isOn={isAll}
      isPartly={count > 0 && !isAll}
      label={t('bulk.chooseAll')}
      onChange={() => (isAll ? selection.clear() : selection.chooseAll())}
    />
  );
}
