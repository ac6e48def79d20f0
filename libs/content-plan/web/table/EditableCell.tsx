import { Cell, cx } from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense } from 'react';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import type { Leaving } from './CellEditor';
import classes from './PlanTable.module.css';
import { focusCell, focusNear } from './cell-focus';
import type { EditableField } from './table-edit';
import type { TableEdit } from './use-table-edit';

// Its code comes with the first edit.
const CellEditor = lazy(() => import('./CellEditor'));

export interface EditableCellProps {
  item: PlanItem;
  field: EditableField;
  /** Absent where it is only read. */
  edit: TableEdit | undefined;
  isEditing: boolean;
  problem: string | undefined;
  strong?: boolean;
  children: ReactNode;
}

/** A cell that takes the focus: arrows go around, Enter or F2 or a double click opens it. */
export function EditableCell({ item, field, edit, isEditing, problem, strong = false, children }: EditableCellProps) {
  const t = useT();
  if (!edit || !item.availableActions.includes('edit')) return <Cell strong={strong}>{children}</Cell>;
  const leave = (leaving: Leaving) => {
    const cell = { id: item.id, field };
    if (leaving === 'down') focusNear(cell, 'down');
    else if (leaving === 'stay') return;
    else focusNear(cell, leaving === 'next' ? 'right' : 'left');
  };
  return (
    <Cell
      strong={strong}
      data-field={field}
      tabIndex={-1}
      className={cx(classes.cell, problem !== undefined && classes.refused)}
      title={problem}
      aria-description={problem ?? t('table.hint')}
      onDoubleClick={() => edit.begin({ id: item.id, field })}
    >
      {isEditing ? (
        <Suspense fallback={children}>
          <CellEditor
            item={item}
            field={field}
            plan={edit.plan}
            problem={problem}
            onCommit={(set, leaving) => {
              edit.commit(item, field, set);
              leave(leaving);
            }}
            onCancel={() => {
              edit.begin(null);
              focusCell({ id: item.id, field });
            }}
          />
        </Suspense>
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
