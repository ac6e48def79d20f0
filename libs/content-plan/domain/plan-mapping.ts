import { issue, type InputIssue } from '@planerka/platform/domain';
import { textOf, type Cell } from './plan-cells';
import { columnOf, normaliseName, planColumns, requiredColumns, type PlanColumn } from './plan-columns';

/** Which column of the table holds what: index by index, null for one that is not taken. */
export type ColumnMapping<C extends string = PlanColumn> = readonly (C | null)[];

export interface RecognisedHeader<C extends string = PlanColumn> {
  /** Row of the header, from zero; tables often begin with a title. */
  readonly row: number;
  readonly mapping: ColumnMapping<C>;
  /** Headers nobody recognised, to be mapped by hand. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
}

const rowsToLookAt = 10;

export const recogniseHeader = (table: readonly (readonly Cell[])[]): RecognisedHeader =>
  recogniseColumns(table, columnOf);

/** Finds the row that names most columns, within the first ten. A column is taken once, by its first header. */
export function recogniseColumns<C extends string>(
  table: readonly (readonly Cell[])[],
  namedBy: (header: string) => C | null,
): RecognisedHeader<C> {
  const candidates = table.slice(0, rowsToLookAt).map((cells, row) => ({ row, mapping: mapHeaders(cells, namedBy) }));
  const named = (mapping: ColumnMapping<C>): number => mapping.filter((column) => column !== null).length;
  const [best] = candidates.toSorted((one, other) => named(other.mapping) - named(one.mapping) || one.row - other.row);
  if (!best) return { row: 0, mapping: [], unknown: [] };
  const unknown = (table[best.row] ?? []).flatMap((cell, column) => {
    const header = textOf(cell);
    return best.mapping[column] === null && header !== '' ? [{ column, header }] : [];
  });
  return { ...best, unknown };
}

/**
 * The mapping with a person's choices put over it. A column of the plan is taken from one column of the file: what is
 * chosen by hand leaves where it was before, and of two such choices the last one counts.
 */
export function mapByHand<C extends string>(
  mapping: ColumnMapping<C>,
  choices: ReadonlyMap<number, C | null>,
): ColumnMapping<C> {
  const owners = new Map([...choices].map(([index, column]) => [column, index]));
  const width = Math.max(mapping.length, ...[...choices.keys()].map((column) => column + 1), 0);
  return Array.from({ length: width }, (_, index) => {
    const column = choices.get(index) ?? (choices.has(index) ? null : (mapping[index] ?? null));
    return column === null || (owners.get(column) ?? index) !== index ? null : column;
  });
}

/** By what a table is known again: its headers, however they are written. Empty where they say nothing. */
export const headersOf = (table: readonly (readonly Cell[])[], row: number): string =>
  (table[row] ?? [])
    .map((cell) => normaliseName(textOf(cell)))
    .join('|')
    .replace(/\|+$/, '');

/** A mapping as it was kept, and put over a table that is known again. */
export const mappingOf = (kept: readonly string[]): ColumnMapping =>
  kept.map((column) => (isPlanColumn(column) ? column : null));

/** What is wrong with a mapping that somebody writes without a table beside it. */
export function mappingIssues(columns: ColumnMapping, width: number): readonly InputIssue[] {
  const twice = columns.flatMap((column, index) =>
    column !== null && columns.indexOf(column) < index ? [issue(['columns', index], 'column_twice')] : [],
  );
  const missing = missingColumns(columns).length > 0 ? [issue(['columns'], 'columns_missing')] : [];
  return columns.length === width ? [...twice, ...missing] : [issue(['columns'], 'wrong_length', { length: width })];
}

export const missingColumns = (mapping: ColumnMapping): readonly PlanColumn[] =>
  requiredColumns.filter((column) => !mapping.includes(column));

export const isPlanColumn = (value: unknown): value is PlanColumn => planColumns.some((column) => column === value);

function mapHeaders<C extends string>(cells: readonly Cell[], namedBy: (header: string) => C | null): ColumnMapping<C> {
  const taken = new Set<C>();
  return cells.map((cell) => {
    const column = namedBy(textOf(cell));
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}
