import { useCallback, useSyncExternalStore } from 'react';

/** Columns whose cells can be gone to, in the order in which the table has them. */
export const cellFields = [
  'when',
  'title',
  'channels',
  'rubric',
  'format',
  'campaign',
  'copywriterId',
  'designerId',
  'targetologistId',
] as const;
export type CellField = (typeof cellFields)[number];

export interface RangeCell {
  readonly id: string;
  readonly field: CellField;
}

/**
 * A block of cells, from where it was begun to where it was drawn. Outside of React, so that drawing it over five
 * hundred rows draws anew those alone that it comes to or leaves.
 */
export class CellRange {
  private from: RangeCell | null = null;
  private to: RangeCell | null = null;
  private order: readonly string[] = [];
  private places: ReadonlyMap<string, number> = new Map();
  private fields: readonly CellField[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Rows and columns as they are shown. */
  setShape(order: readonly string[], fields: readonly CellField[]): void {
    this.order = order;
    this.places = new Map(order.map((id, index) => [id, index]));
    this.fields = fields;
  }

  /** Whether people stand in the table, from this column on. */
  hasPeople(from: CellField): boolean {
    return this.fields.indexOf('targetologistId') >= Math.max(0, this.fields.indexOf(from));
  }

  begin(cell: RangeCell): void {
    this.from = cell;
    this.to = cell;
    this.tell();
  }

  /** From where it was begun; from this cell on, where it was not. */
  reachTo(cell: RangeCell): void {
    this.from ??= cell;
    this.to = cell;
    this.tell();
  }

  clear(): void {
    if (this.from === null) return;
    this.from = null;
    this.to = null;
    this.tell();
  }

  /** More than one cell: a single one is only where the focus is. */
  isDrawn(): boolean {
    return (
      this.from !== null && this.to !== null && !(this.from.id === this.to.id && this.from.field === this.to.field)
    );
  }

  /** What is chosen, or lies from this cell on. */
  block(cell: RangeCell): { readonly ids: readonly string[]; readonly fields: readonly CellField[] } {
    const [from, to] = this.isDrawn() && this.from && this.to ? [this.from, this.to] : [cell, cell];
    return {
      ids: between(this.order, this.order.indexOf(from.id), this.order.indexOf(to.id)),
      fields: between(this.fields, this.fields.indexOf(from.field), this.fields.indexOf(to.field)),
    };
  }

  /** As many rows and columns from the first cell of the block on as there are. */
  reach(cell: RangeCell, rows: number, columns: number) {
    const { ids, fields } = this.block(cell);
    const row = this.order.indexOf(ids[0] ?? '');
    const column = this.fields.indexOf(fields[0] ?? 'when');
    return {
      ids: row < 0 ? [] : this.order.slice(row, row + rows),
      fields: column < 0 ? [] : this.fields.slice(column, column + columns),
    };
  }

  /** Fields of one row that are within, as one text: the same as long as nothing of the row changes. */
  fieldsOf(id: string): string {
    if (!this.isDrawn() || !this.from || !this.to) return '';
    const [row, one, other] = [id, this.from.id, this.to.id].map((each) => this.places.get(each) ?? -1) as [
      number,
      number,
      number,
    ];
    if (row < Math.min(one, other) || row > Math.max(one, other)) return '';
    return between(this.fields, this.fields.indexOf(this.from.field), this.fields.indexOf(this.to.field)).join(' ');
  }

  /** «3 × 2», or nothing. */
  size(): string {
    if (!this.isDrawn() || !this.from) return '';
    const { ids, fields } = this.block(this.from);
    return `${ids.length} × ${fields.length}`;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const between = <T>(all: readonly T[], one: number, other: number): readonly T[] =>
  one < 0 || other < 0 ? [] : all.slice(Math.min(one, other), Math.max(one, other) + 1);

export const useRangeOf = (range: CellRange, id: string): string =>
  useSyncExternalStore(
    range.subscribe,
    useCallback(() => range.fieldsOf(id), [range, id]),
  );

export const useRangeSize = (range: CellRange): string =>
  useSyncExternalStore(
    range.subscribe,
    useCallback(() => range.size(), [range]),
  );
