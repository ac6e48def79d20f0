import { ActionIcon } from '@mantine/core';
import { Cell, cx, IconPen } from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense } from 'react';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import classes from './PlanTable.module.css';
import { focusCell, focusNear } from './cell-focus';
import type { Leaving } from './cell-leaving';
import type { EditableField, OpenCell } from './table-edit';
import type { TableEdit } from './use-table-edit';

// Its code comes with the first edit.
const CellEditor = lazy(() => import('./CellEditor'));

export interface EditableCellProps {
  item: PlanItem;
  field: EditableField;
  /** Absent where it is only read. */
  edit: TableEdit | undefined;
  /** Where it is open. */
  editing: OpenCell | undefined;
  problem: string | undefined;
  /** Of a block of cells that is drawn. */
  isInRange: boolean;
  /** Opens by a tap. */
  isTapped: boolean;
  strong?: boolean;
  /** The column's name, where a row is a paragraph. */
  label?: string;
  children: ReactNode;
}

/** A cell that takes the focus: arrows go around, Enter or F2 or a double click opens it. */
export function EditableCell({
  item,
  field,
  edit,
  editing,
  problem,
  isInRange,
  isTapped,
  strong = false,
  label,
  children,
}: EditableCellProps) {
  const t = useT();
  if (!edit || !item.availableActions.includes('edit'))
    return (
      <Cell strong={strong} {...(label !== undefined && { label })}>
        {children}
      </Cell>
    );
  const leave = (leaving: Leaving) => {
    const cell = { id: item.id, field };
    if (leaving === 'down') focusNear(cell, 'down');
    else if (leaving === 'stay') return;
    else focusNear(cell, leaving === 'next' ? 'right' : 'left');
  };
  return (
    <Cell
      strong={strong}
      {...(label !== undefined && { label })}
      data-field={field}
      tabIndex={-1}
      className={cx(classes.cell, isInRange && classes.inRange, problem !== undefined && classes.refused)}
      title={problem}
      aria-description={problem ?? t('table.hint')}
      onBlur={edit.leave}
      onDoubleClick={() => edit.begin({ id: item.id, field })}
    >
      {editing ? (
        <Suspense fallback={children}>
          <CellEditor
            item={item}
            field={field}
            plan={edit.plan}
            typed={editing.typed}
            problem={problem}
            onCommit={(set, leaving, name) => {
              edit.commit(item, field, set, name);
              leave(leaving);
            }}
            onCancel={() => {
              edit.begin(null);
              focusCell({ id: item.id, field });
            }}
          />
        </Suspense>
      ) : isTapped ? (
        <TappedContent item={item} field={field} onEdit={() => edit.begin({ id: item.id, field })}>
          {children}
        </TappedContent>
      ) : (
        children
      )}
      {problem !== undefined && (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </Cell>
  );
}

/** For a finger: what stands in the cell is the button that opens it. The topic is one already, so it has another beside it. */
function TappedContent({
  item: { title },
  field,
  onEdit,
  children,
}: Pick<EditableCellProps, 'item' | 'field' | 'children'> & { onEdit: () => void }) {
  const t = useT();
  const label = t('table.edit', { column: t(`table.${field}`), title });
  if (field === 'title') {
    return (
      <span className={classes.tappedTitle}>
        {children}
        <ActionIcon size="lg" aria-label={label} onClick={onEdit}>
          <IconPen size={14} />
        </ActionIcon>
      </span>
    );
  }
  return (
    <button type="button" className={classes.tapped} onClick={onEdit}>
      <span className={classes.what}>{label}</span>
      {children || <span className={classes.nothing}>{t('item.none')}</span>}
    </button>
  );
}
