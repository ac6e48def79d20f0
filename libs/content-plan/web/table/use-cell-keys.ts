import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useSelection } from '../bulk/selection';
import type { PlanItem } from '../plan/plan-item';
import { type Direction, near, placeOf } from './cell-focus';
import type { CellRange, RangeCell } from './cell-range';
import { emptied, isEditable } from './table-edit';
import { copiedCells, copiedRows, hasHead, pastedTable } from './table-text';
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

const isTyping = (target: EventTarget): boolean =>
  !(target instanceof Element) || target.closest('input:not([type=checkbox]), textarea, select') !== null;

export interface CellKeysProps {
  edit: TableEdit | undefined;
  range: CellRange;
  problemAt: TableEditState['problemAt'];
  items: readonly PlanItem[];
  formatName: (item: PlanItem) => string;
  /** Cells of a spreadsheet, to lie from this one on. */
  onPasteCells: (text: string, cell: RangeCell) => void;
  /** A whole plan of a spreadsheet: shown before anything is done with it. */
  onPaste: ((file: File) => void) | undefined;
}

/** The table's own keys, mouse and clipboard, as a spreadsheet has them. */
export function useCellKeys({ edit, range, problemAt, items, formatName, onPasteCells, onPaste }: CellKeysProps) {
  const selection = useSelection();
  const isDrawing = useRef(false);
  /** A block is looked at first, as what is pasted into it. */
  const empty = (place: RangeCell) => {
    if (range.isDrawn()) return onPasteCells('', place);
    const item = items.find(({ id }) => id === place.id);
    const set = isEditable(place) ? emptied(place.field) : null;
    if (item && set && isEditable(place)) edit?.commit(item, place.field, set);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || !edit || event.ctrlKey || event.metaKey || event.altKey) return;
    const isCell = event.target === cell;
    const direction = arrows[event.key];
    const place = placeOf(cell);
    if (direction) {
      event.preventDefault();
      const next = near(cell, direction);
      const there = placeOf(next);
      if (!event.shiftKey) range.clear();
      else if (place && there) {
        if (!range.isDrawn()) range.begin(place);
        range.reachTo(there);
      }
      next.focus();
    } else if (event.key === 'F2' || (event.key === 'Enter' && isCell)) {
      event.preventDefault();
      range.clear();
      if (place && isEditable(place)) edit.begin(place);
      else cell.querySelector<HTMLElement>('button')?.click();
    } else if (event.key === 'Escape' && range.isDrawn()) {
      event.preventDefault();
      range.clear();
    } else if (event.key === 'Escape' && place && isEditable(place) && problemAt(place)) {
      event.preventDefault();
      edit.drop(place);
    } else if (event.key === ' ' && isCell && place) {
      event.preventDefault();
      selection?.toggle(place.id);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && isCell && place) {
      event.preventDefault();
      empty(place);
    } else if ([...event.key].length === 1 && isCell && place && isEditable(place)) {
      event.preventDefault();
      range.clear();
      edit.begin(place, event.key);
    }
  };
  const onMouseDown = (event: MouseEvent) => {
    if (!edit || event.button !== 0 || isTyping(event.target)) return;
    const cell = cellOf(event.target);
    const place = cell && placeOf(cell);
    isDrawing.current = place !== null;
    if (!place) return range.clear();
    if (!event.shiftKey) return range.begin(place);
    // The browser would choose the text between.
    event.preventDefault();
    range.reachTo(place);
  };
  const onMouseOver = (event: MouseEvent) => {
    if (!isDrawing.current) return;
    if (event.buttons !== 1) {
      isDrawing.current = false;
      return;
    }
    const cell = cellOf(event.target);
    const place = cell && placeOf(cell);
    if (!place) return;
    range.reachTo(place);
    if (range.isDrawn()) window.getSelection()?.removeAllRanges();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isTyping(event.target) || window.getSelection()?.toString()) return;
    const cell = cellOf(event.target);
    const place = cell && placeOf(cell);
    const chosen = items.filter(({ id }) => selection?.has(id));
    const isRange = place !== null && range.isDrawn();
    if (!isRange && chosen.length === 0 && !place) return;
    event.preventDefault();
    const ofBlock = (at: RangeCell) => {
      const { ids, fields } = range.block(at);
      const wanted = new Set(ids);
      return copiedCells(
        items.filter(({ id }) => wanted.has(id)),
        fields,
        formatName,
      );
    };
    const text = place && (isRange || chosen.length === 0) ? ofBlock(place) : copiedRows(chosen, formatName);
    event.clipboardData.setData('text/plain', text);
  };
  const onPasteText = (event: ClipboardEvent) => {
    if (isTyping(event.target)) return;
    const text = event.clipboardData.getData('text/plain');
    const cell = cellOf(event.target);
    const place = cell && placeOf(cell);
    if (place && edit && text !== '' && !hasHead(text)) {
      event.preventDefault();
      return onPasteCells(text, place);
    }
    const table = pastedTable(text);
    if (!table || !onPaste) return;
    event.preventDefault();
    onPaste(tableFile(table));
  };
  return { onKeyDown, onMouseDown, onMouseOver, onCopy, onPaste: onPasteText };
}

/** As the import takes it. */
export const tableFile = (table: string): File =>
  new File([table], 'clipboard.tsv', { type: 'text/tab-separated-values' });
