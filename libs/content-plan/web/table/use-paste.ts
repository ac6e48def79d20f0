import { useCallbackRef } from '@mantine/hooks';
import { toastProblem, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../locales';
import type { Place } from '../plan/item-moves';
import type { PlanItem } from '../plan/plan-item';
import type { CellRange, RangeCell } from './cell-range';
import type { Pasted, PastePerson } from './paste';
import { isEditable } from './table-edit';
import { peopleIn, TablePeopleQuery } from './table-people';
import type { TableEdit } from './use-table-edit';

const lower = <V extends string>(value: V) => value.toLowerCase() as Lowercase<V>;

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
  const format = useFormat();
  const client = useClient();
  const [pasted, setPasted] = useState<PastedCells | null>(null);
  const peopleFor = async ({ field }: RangeCell, clientId: string): Promise<readonly PastePerson[] | null> => {
    // They stand last: a block that begins before them may reach them.
    if (!range.hasPeople(field)) return [];
    const { data } = await client.query(TablePeopleQuery, { clientId }).toPromise();
    return data
      ? peopleIn(data).map(({ disciplines, ...person }) => ({ ...person, disciplines: disciplines.map(lower) }))
      : null;
  };
  const pasteCells = useCallbackRef(async (text: string, cell: RangeCell) => {
    if (!edit) return;
    // Reading what a spreadsheet writes comes with the first paste.
    const { pastedInto } = await import('./paste');
    const people = await peopleFor(cell, edit.plan.client?.id ?? '');
    if (!people) return toastProblem(t('paste.peopleFailed'));
    const words = {
      notEditable: t('paste.notEditable'),
      notMovable: t('paste.notMovable'),
      failed: t('paste.unreadable'),
      awayUntil: (name: string, day: string) => t('paste.away', { name, day: format.day(day) }),
    };
    const found = pastedInto(text, range, cell, { plan: edit.plan, items, people, words });
    const isOne = found.cellCount === 1 && found.beyond.rows === 0 && found.beyond.columns === 0;
    const [row] = found.rows;
    const [only] = row?.cells ?? [];
    const isToBeSeen = only?.problem !== undefined || only?.note !== undefined;
    if (!isOne || isToBeSeen) return setPasted({ text, cell, found });
    if (!row || !only?.set) return;
    if (isEditable(cell)) return edit.commit(row.item, cell.field, only.set, only.personName ?? null);
    const { publishOn, publishTime } = only.set;
    onMove?.(row.item, { ...(publishOn && { publishOn }), ...(publishTime && { publishTime }) });
  });
  return { pasted, pasteCells, close: () => setPasted(null) };
}
