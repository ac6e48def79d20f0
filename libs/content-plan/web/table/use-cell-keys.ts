import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useSelection } from '../bulk/selection';
import type { PlanItem } from '../plan/plan-item';
import { type Direction, near, placeOf } from './cell-focus';
import { editable } from './table-edit';
import { copiedRows, pastedTable } from './table-text';
import type { TableEdit, TableEditState } from './use-table-edit';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** From the button in it, too: that is where the Tab key comes. */
const cellOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement && !target.matches('input, select, textarea') ? target.closest('td[data-field]') : null;

export interface CellKeysProps {
  edit: TableEdit | undefined;
  problemAt: TableEditState['problemAt'];
  items: readonly PlanItem[];
  formatName: (item: PlanItem) => string;
  /** A block of a spreadsheet: shown before anything is done with it. */
  onPaste: ((file: File) => void) | undefined;
}

/** The table's own keys and clipboard, as a spreadsheet has them. */
export function useCellKeys({ edit, problemAt, items, formatName, onPaste }: CellKeysProps) {
  const selection = useSelection();
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || !edit || event.ctrlKey || event.metaKey || event.altKey) return;
    const isCell = event.target === cell;
    const direction = arrows[event.key];
    const place = placeOf(cell);
    if (direction) {
      event.preventDefault();
      near(cell, direction).focus();
    } else if (event.key === 'F2' || (event.key === 'Enter' && isCell)) {
      event.preventDefault();
      if (place && editable.includes(place.field)) edit.begin(place);
      else cell.querySelector<HTMLElement>('button')?.click();
    } else if (event.key === 'Escape' && place && problemAt(place)) {
      event.preventDefault();
      edit.drop(place);
    } else if (event.key === ' ' && isCell && place) {
      event.preventDefault();
      selection?.toggle(place.id);
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('input, textarea, select')) return;
    if (window.getSelection()?.toString()) return;
    const cell = cellOf(event.target);
    const chosen = items.filter(({ id }) => selection?.has(id));
    if (chosen.length === 0 && !cell) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      chosen.length > 0 ? copiedRows(chosen, formatName) : (cell?.innerText.trim() ?? ''),
    );
  };
  const onPasteText = (event: ClipboardEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('input, textarea, select')) return;
    const table = pastedTable(event.clipboardData.getData('text/plain'));
    if (!table || !onPaste) return;
    event.preventDefault();
    onPaste(new File([table], 'clipboard.tsv', { type: 'text/tab-separated-values' }));
  };
  return { onKeyDown, onCopy, onPaste: onPasteText };
}
