import { useMediaQuery } from '@mantine/hooks';
import { Column, IconUpDown, Table, VirtualRows } from '@planerka/platform/web';
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useChosen, useSelection } from '../bulk/selection';
import { useT } from '../locales';
import { type MetricColumn, type Sorting, type TableColumn, tableColumns } from '../plan/address-words';
import type { Place } from '../plan/item-moves';
import { personColumnNames, type PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { focusCell } from './cell-focus';
import { CellRange, useRangeSize } from './cell-range';
import classes from './PlanTable.module.css';
import { usePlanFigures } from './plan-figures';
import { PlanTableRow } from './PlanTableRow';
import { inOrder } from './row-order';
import { RowChoice } from './RowChoice';
import { useCellKeys } from './use-cell-keys';
import { usePaste } from './use-paste';
import { useTableEdit } from './use-table-edit';

// Its code comes with the first paste.
const PastedCellsDialog = lazy(() =>
  import('./PastedCellsDialog').then((file) => ({ default: file.PastedCellsDialog })),
);

const rowHeight = 44;
const stackedHeight = 190;
/** In pixels. */
const widths: Readonly<Record<TableColumn, number>> = {
  client: 132,
  channels: 96,
  rubric: 156,
  format: 88,
  campaign: 156,
  // Each of the three.
  people: 124,
  work: 112,
  status: 172,
};
/** The topic takes what the others leave, and never less than its words need. */
const leastTopic = 220;
const editableColumns = ['channels', 'rubric', 'format', 'campaign'] as const;
const metricWidth = 104;
const idOf = ({ id }: PlanItem): string => id;

export interface PlanTableProps {
  items: readonly PlanItem[];
  selectedId: string | null;
  onOpen: (id: string) => void;
  /** Absent where the viewer only reads: then nothing in the table can be changed. */
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
  plan: Plan;
  /** Cells are edited in place, and a block of a spreadsheet is taken. Of one client's plan. */
  canEdit: boolean;
  onPaste?: ((file: File) => void) | undefined;
  sorting: { readonly by: Sorting; readonly isDescending: boolean };
  onSort: (by: Sorting, isDescending: boolean) => void;
  /** Beside day and topic. */
  columns: ReadonlySet<TableColumn>;
  /** After them, what came of the publications. */
  metrics: readonly MetricColumn[];
  month: string;
}

/** The same publications as rows: ordered by any column, day and time changed in place. */
export function PlanTable({
  items: given,
  selectedId,
  onOpen,
  onMove,
  plan,
  canEdit,
  onPaste,
  sorting: { by, isDescending },
  onSort,
  columns,
  metrics,
  month,
}: PlanTableProps) {
  const t = useT();
  const { items, editing, problemsOf, problemAt, ...editable } = useTableEdit(plan, given);
  const edit = canEdit ? editable.edit : undefined;
  const figures = usePlanFigures(plan.client?.id ?? null, month, metrics.length > 0);
  const sorted = useMemo(() => inOrder(items, by, isDescending, figures), [items, by, isDescending, figures]);
  const selection = useSelection();
  const order = useMemo(() => sorted.map(idOf), [sorted]);
  useEffect(() => selection?.setOrder(order), [selection, order]);
  // A day of another year says it.
  const whenWidth = selection ? 196 : 168;
  const otherWidths = [
    ...tableColumns
      .filter((column) => columns.has(column))
      .flatMap((column) => (column === 'people' ? personColumnNames.map(() => widths.people) : widths[column])),
    ...metrics.map(() => metricWidth),
  ];
  const leastWidth = otherWidths.reduce((sum, width) => sum + width, whenWidth + leastTopic);
  const shownWidths = [`${whenWidth}px`, '', ...otherWidths.map((width) => `${width}px`)];
  const box = useRef<HTMLDivElement>(null);
  // On a phone the page scrolls, not the table.
  const isNarrow = useMediaQuery('(max-width: 720px)') ?? false;
  const [range] = useState(() => new CellRange());
  useEffect(() => {
    range.setShape(order, [
      'when',
      'title',
      ...editableColumns.filter((column) => columns.has(column)),
      ...(columns.has('people') ? personColumnNames : []),
    ]);
  }, [range, order, columns]);
  const { pasted, pasteCells, close } = usePaste({ edit, range, items: sorted, onMove });
  const keys = useCellKeys({
    edit,
    range,
    problemAt,
    items: sorted,
    formatName: ({ format }) => t(`format.${format.toLowerCase() as Lowercase<typeof format>}`),
    onPasteCells: (text, cell) => void pasteCells(text, cell),
    onPaste: canEdit ? onPaste : undefined,
  });
  const header = (column: Sorting, isNumeric = false) => (
    <Column
      key={column}
      numeric={isNumeric}
      aria-sort={by === column ? (isDescending ? 'descending' : 'ascending') : 'none'}
    >
      {column === 'date' && <AllRows order={order} />}
      <button
        type="button"
        className={classes.sort}
        aria-label={t('table.sortBy', { column: t(`table.${column}`) })}
        onClick={() => onSort(column, by === column && !isDescending)}
      >
        {t(`table.${column}`)}
        <IconUpDown size={12} className={by === column ? classes.sorted : classes.unsorted} />
      </button>
    </Column>
  );
  return (
    <div ref={box} className={classes.root} style={{ '--least-width': `${leastWidth}px` } as CSSProperties} {...keys}>
      <Table label={t('table.label')} stacks widths={shownWidths} rowCount={sorted.length + 1}>
        <thead>
          <tr>
            {header('date')}
            {header('title')}
            {columns.has('client') && header('client')}
            {columns.has('channels') && <Column>{t('table.channels')}</Column>}
            {columns.has('rubric') && header('rubric')}
            {columns.has('format') && header('format')}
            {columns.has('campaign') && <Column>{t('table.campaign')}</Column>}
            {columns.has('people') &&
              personColumnNames.map((column) => <Column key={column}>{t(`table.${column}`)}</Column>)}
            {columns.has('work') && <Column>{t('table.work')}</Column>}
            {columns.has('status') && header('status')}
            {metrics.map((metric) => header(metric, true))}
          </tr>
        </thead>
        <VirtualRows
          items={sorted}
          keyOf={idOf}
          estimate={isNarrow ? stackedHeight : rowHeight}
          columns={shownWidths.length}
          scroller={isNarrow ? undefined : box}
        >
          {(item, { ref, index }) => (
            <PlanTableRow
              item={item}
              rowRef={ref}
              index={index}
              isSelected={item.id === selectedId}
              onOpen={onOpen}
              onMove={onMove}
              columns={columns}
              metrics={metrics}
              figures={figures.get(item.id)}
              range={range}
              edit={edit}
              editing={editing?.id === item.id ? editing : undefined}
              isTapped={isNarrow}
              problems={problemsOf(item.id)}
            />
          )}
        </VirtualRows>
      </Table>
      <RangeSize range={range} />
      <Suspense fallback={null}>
        {pasted && (
          <PastedCellsDialog
            pasted={pasted}
            onClose={() => {
              close();
              focusCell(pasted.cell);
            }}
            onImport={onPaste}
          />
        )}
      </Suspense>
    </div>
  );
}

/** How much is drawn, and what can be done with it: seen and heard. */
function RangeSize({ range }: { range: CellRange }) {
  const t = useT();
  const size = useRangeSize(range);
  return (
    <p role="status" className={classes.range}>
      {size !== '' && t('table.range', { size })}
    </p>
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
