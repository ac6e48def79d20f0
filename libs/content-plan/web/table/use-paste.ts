import { useCallbackRef } from '@mantine/hooks';
import { useState } from 'react';
import { useT } from '../locales';
import type { Place } from '../plan/item-moves';
import type { PlanItem } from '../plan/plan-item';
import type { CellRange, RangeCell } from './cell-range';
import type { Pasted } from './paste';
import { isEditable } from './table-edit';
import type { TableEdit } from './use-table-edit';

export interface PastedCells {
  readonly text: string;
  readonly cell: RangeCell;
  readonly found: Pasted;
}

interface PasteTarget {
  edit: TableEdit | undefined;
  range: CellRange;
  items: readonly PlanItem[];
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
}

/** One cell is written at once, as if it had been typed; more of them are looked at first. */
export function usePaste({ edit, range, items, onMove }: PasteTarget) {
  const t = useT();
  const [pasted, setPasted] = useState<PastedCells | null>(null);
  const pasteCells = useCallbackRef(async (text: string, cell: RangeCell) => {
    if (!edit) return;
    // Reading what a spreadsheet writes comes with the first paste.
    const { pastedInto } = await import('./paste');
    const words = {
      notEditable: t('paste.notEditable'),
      notMovable: t('paste.notMovable'),
      failed: t('paste.unreadable'),
    };
    const found = pastedInto(text, range, cell, { plan: edit.plan, items, words });
    const isOne = found.cellCount === 1 && found.beyond.rows === 0 && found.beyond.columns === 0;
    const [row] = found.rows;
    const [only] = row?.cells ?? [];
    if (!isOne || only?.problem !== undefined) return setPasted({ text, cell, found });
    if (!row || !only?.set) return;
    if (isEditable(cell)) return edit.commit(row.item, cell.field, only.set);
    const { publishOn, publishTime } = only.set;
    onMove?.(row.item, { ...(publishOn && { publishOn }), ...(publishTime && { publishTime }) });
  });
  return { pasted, pasteCells, close: () => setPasted(null) };
}
