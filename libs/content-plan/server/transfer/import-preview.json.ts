import { isPlanColumn, type PlanColumn, type PlanPreview, type RowWish } from '@planerka/content-plan/domain';
import { tableLimits } from '../table/table';
import { cellText, choicesIn, columnsJson, countsJson, issuesJson } from '../table/table-preview.json';
import type { ImportPreview, ImportWishes } from './plan-import.service';

/** The dry run as the browser reads it. */
export function toPreviewJson({ table, run, digest, isAsLastTime }: ImportPreview): PlanPreview {
  const { mapping } = run.header;
  const shown = (row: number, column: PlanColumn): string => cellText(table, mapping, row, column);
  return {
    digest,
    isImportable: run.isImportable,
    isTooLong: run.isTooLong,
    isAsLastTime,
    missingColumns: run.missingColumns,
    columns: columnsJson(table, run.header),
    counts: countsJson(run.rows, { create: 0, update: 0, unchanged: 0, skip: 0, bad: 0 }),
    rows: run.rows.map((row) => ({
      row: row.row,
      kind: row.kind,
      date:
        'item' in row
          ? `${row.item.date.toString()}T${row.item.time.toString({ smallestUnit: 'minute' })}`
          : shown(row.row, 'date'),
      title: 'item' in row ? row.item.title : shown(row.row, 'title'),
      ...(row.kind === 'update' && { changed: row.changed, match: row.match, known: row.known }),
      ...(row.kind === 'create' && row.isWish && { isWish: true as const }),
      ...(row.kind === 'create' && row.turn !== undefined && { turn: row.turn }),
      ...(row.kind === 'bad' && { issues: issuesJson(row.issues) }),
    })),
  };
}

/** "2-40,57": rows of the spreadsheet; null where it is not written so, or names more rows than a table has. */
function rowsIn(text: string): readonly number[] | null {
  const rows: number[] = [];
  for (const part of text === '' ? [] : text.split(',')) {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    if (first === undefined) return null;
    // Blank lines and headings are numbered, too.
    if (Number(last) - Number(first) > tableLimits.rows * 10 || rows.length > tableLimits.rows * 10) return null;
    for (let row = Number(first); row <= Number(last); row += 1) rows.push(row);
  }
  return rows;
}

/** What the address says of the file; null where it is not written as it should be. */
export function wishesIn(query: {
  readonly columns: string;
  readonly skip: string;
  readonly fresh: string;
  readonly anew: string;
}): ImportWishes | null {
  const columns = choicesIn(query.columns, isPlanColumn);
  const skipped = rowsIn(query.skip);
  const fresh = rowsIn(query.fresh);
  if (!columns || !skipped || !fresh) return null;
  const wish = (rows: readonly number[], wanted: RowWish) => rows.map((row): [number, RowWish] => [row, wanted]);
  return {
    columns,
    rows: new Map([...wish(fresh, 'fresh'), ...wish(skipped, 'skip')]),
    isAnew: query.anew !== '',
  };
}
