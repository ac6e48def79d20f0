import { cellFields, type RangeCell } from './cell-range';

/** Cells are found in the page: of a long table only those in sight are there, and those are what arrows reach. */
const cellAt = ({ id, field }: RangeCell) =>
  document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"] td[data-field="${field}"]`);

/** After the editor in it has gone. */
export function focusCell(place: RangeCell): void {
  requestAnimationFrame(() => cellAt(place)?.focus());
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export function focusNear(place: RangeCell, direction: Direction): void {
  requestAnimationFrame(() => {
    const cell = cellAt(place);
    (cell && near(cell, direction))?.focus();
  });
}

/** The next cell that way; the same where there is none. */
export function near(cell: HTMLElement, direction: Direction): HTMLElement {
  const row = cell.closest('tr');
  const { field } = cell.dataset;
  if (!row || !field) return cell;
  if (direction === 'left' || direction === 'right') {
    const cells = [...row.querySelectorAll<HTMLElement>('td[data-field]')];
    return cells[cells.indexOf(cell) + (direction === 'right' ? 1 : -1)] ?? cell;
  }
  let other = direction === 'down' ? row.nextElementSibling : row.previousElementSibling;
  while (other && !other.querySelector(`td[data-field="${field}"]`))
    other = direction === 'down' ? other.nextElementSibling : other.previousElementSibling;
  return other?.querySelector<HTMLElement>(`td[data-field="${field}"]`) ?? cell;
}

export const placeOf = (cell: HTMLElement): RangeCell | null => {
  const id = cell.closest('tr')?.dataset['row'];
  const field = cellFields.find((known) => known === cell.dataset['field']);
  return id && field ? { id, field } : null;
};
