import {
  AppLink,
  Cell,
  cx,
  IconAlert,
  NetworkIcon,
  networkOf,
  type RowPlace,
  StateChip,
  StateIcon,
  TableRow,
  workState,
} from '@planerka/platform/web';
import { memo } from 'react';
import { useIsChosen, useSelection } from '../bulk/selection';
import { useLongPress } from '../bulk/use-long-press';
import { useT } from '../locales';
import type { MetricColumn, TableColumn } from '../plan/address-words';
import type { Place } from '../plan/item-moves';
import { causeOf, canMove, personColumnNames, type PlanItem, shownState, workIn } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import { SeriesMark } from '../plan/SeriesMark';
import classes from './PlanTable.module.css';
import { type CellRange, useRangeOf } from './cell-range';
import { EditableCell } from './EditableCell';
import { type RowFigures, useFigureText } from './plan-figures';
import { RowChoice } from './RowChoice';
import type { EditableField, OpenCell } from './table-edit';
import type { TableEdit } from './use-table-edit';
import { useWhen, WhenCell } from './WhenCell';

export interface PlanTableRowProps {
  item: PlanItem;
  rowRef: RowPlace['ref'];
  index: RowPlace['index'];
  isSelected: boolean;
  onOpen: (id: string) => void;
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
  /** Beside day and topic; the same set as long as it is. */
  columns: ReadonlySet<TableColumn>;
  metrics: readonly MetricColumn[];
  /** What came of it, where columns of that are shown. */
  figures?: RowFigures | undefined;
  range: CellRange;
  edit?: TableEdit | undefined;
  /** Which of its cells is being edited. */
  editing?: OpenCell | undefined;
  /** Cells open by a tap: there is no double click, and no F2. */
  isTapped: boolean;
  /** A refused cell for each line: its field, then why. */
  problems?: string | undefined;
}

/** One publication in a line. */
export const PlanTableRow = memo(function PlanTableRow({
  item,
  rowRef,
  index,
  isSelected,
  onOpen,
  onMove,
  columns,
  metrics,
  figures,
  range,
  edit,
  editing,
  isTapped,
  problems,
}: PlanTableRowProps) {
  const t = useT();
  const when = useWhen(item);
  const figureText = useFigureText();
  const selection = useSelection();
  const isChosen = useIsChosen(item.id);
  const press = useLongPress(selection ? () => selection.beginWith(item.id) : undefined);
  const drawn = useRangeOf(range, item.id).split(' ');
  const cell = (field: EditableField) => ({
    item,
    field,
    edit,
    editing: editing?.field === field ? editing : undefined,
    isInRange: drawn.includes(field),
    isTapped,
    problem: problems
      ?.split('\n')
      .find((line) => line.startsWith(`${field} `))
      ?.slice(field.length + 1),
  });
  return (
    <TableRow data-row={item.id} ref={rowRef} index={index} selected={isSelected || isChosen} {...press}>
      <Cell
        className={cx(classes.when, edit && classes.cell, drawn.includes('when') && classes.inRange)}
        {...(edit && { 'data-field': 'when', tabIndex: -1 })}
      >
        {selection && (
          <RowChoice
            isOn={isChosen}
            label={t('bulk.choose', { title: item.title })}
            onChange={(isRange) => (isRange ? selection.reachTo(item.id) : selection.toggle(item.id))}
          />
        )}
        {onMove && canMove(item) ? <WhenCell item={item} onMove={(to) => onMove(item, to)} /> : when}
      </Cell>
      <EditableCell {...cell('title')} strong>
        <span className={classes.title}>
          <button
            type="button"
            className={classes.open}
            onClick={() => (selection?.isPicking() ? selection.toggle(item.id) : onOpen(item.id))}
          >
            {item.title}
          </button>
          <SeriesMark series={item.series} />
          {item.risk && (
            <span className={item.risk.level === 'LATE' ? classes.late : classes.tight}>
              <IconAlert size={12} label={t('risk.label', { cause: t(`risk.cause.${causeOf(item.risk)}`) })} />
            </span>
          )}
        </span>
      </EditableCell>
      {columns.has('client') && <Cell>{item.client.name}</Cell>}
      {columns.has('channels') && (
        <EditableCell {...cell('channels')}>
          {item.channels.length > 0 && (
            <span className={classes.icons}>
              {item.channels.map((channel) => (
                <NetworkIcon key={channel.id} network={networkOf(channel.network)} />
              ))}
            </span>
          )}
        </EditableCell>
      )}
      {columns.has('rubric') && (
        <EditableCell {...cell('rubric')}>
          {item.rubric && (
            <span className={classes.rubric}>
              <RubricSwatch colour={item.rubric.colour} />
              {item.rubric.name}
            </span>
          )}
        </EditableCell>
      )}
      {columns.has('format') && <EditableCell {...cell('format')}>{t(`format.${lower(item.format)}`)}</EditableCell>}
      {columns.has('campaign') && <EditableCell {...cell('campaign')}>{item.campaign?.name}</EditableCell>}
      {columns.has('people') &&
        personColumnNames.map((column) => (
          <EditableCell key={column} {...cell(column)} label={t(`table.${column}`)}>
            {workIn(item, column).length > 0 &&
              workIn(item, column).map(({ id, assigneeName }) => (
                <span key={id} className={classes.person}>
                  {assigneeName ?? t('table.nobody')}
                </span>
              ))}
          </EditableCell>
        ))}
      {columns.has('work') && (
        <Cell>
          <TaskIcons tasks={item.tasks} />
        </Cell>
      )}
      {columns.has('status') && (
        <Cell>
          <StateChip state={shownState(item)} />
        </Cell>
      )}
      {metrics.map((metric) => (
        <Cell key={metric} numeric label={t(`table.${metric}`)}>
          {figureText(figures, metric)}
        </Cell>
      ))}
    </TableRow>
  );
});

function TaskIcons({ tasks }: Pick<PlanItem, 'tasks'>) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <span className={classes.icons}>
      {tasks.map((task) => (
        <AppLink
          key={task.id}
          href={`/tasks/${task.id}`}
          title={[t(`discipline.${lower(task.discipline)}`), task.assigneeName].filter(Boolean).join(', ')}
        >
          <StateIcon state={workState(task.state)} />
        </AppLink>
      ))}
    </span>
  );
}

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
