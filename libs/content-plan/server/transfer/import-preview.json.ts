import {
  isPlanColumn,
  textOf,
  type ImportRow,
  type PlanColumn,
  type RowMatch,
  type RowWish,
} from '@planerka/content-plan/domain';
import { tableLimits } from '../table/table';
import type { ColumnChoices, ImportPreview, ImportWishes } from './plan-import.service';

/** The dry run as the browser reads it: plain JSON, addresses as the spreadsheet calls them. */
export interface PreviewJson {
  readonly digest: string;
  readonly isImportable: boolean;
  readonly isTooLong: boolean;
  /** The columns are taken as somebody said of such a file the last time. */
  readonly isAsLastTime: boolean;
  readonly missingColumns: readonly PlanColumn[];
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly sample: string;
    readonly column: PlanColumn | null;
  }[];
  readonly counts: Readonly<Record<ImportRow['kind'], number>>;
  readonly rows: readonly PreviewRowJson[];
}

interface PreviewRowJson {
  readonly row: number;
  readonly kind: ImportRow['kind'];
  /** What stands in the row's cells, for a person to recognise it. */
  readonly date: string;
  readonly title: string;
  readonly changed?: readonly string[];
  /** Of a change: by what its publication was found, and what that is called now. */
  readonly match?: RowMatch;
  readonly known?: string;
  /** New because somebody wished so. */
  readonly isWish?: true;
  /** New beside what a series of the client is going to make on that day. */
  readonly turn?: string;
  readonly issues?: readonly {
    readonly cell: string;
    readonly column: string;
    readonly code: string;
    readonly params: unknown;
  }[];
}

export function toPreviewJson({ table, run, digest, isAsLastTime }: ImportPreview): PreviewJson {
  const { row: headerRow, mapping } = run.header;
  const headers = table.rows[headerRow] ?? [];
  const firstRow = table.rows[headerRow + 1] ?? [];
  const width = Math.max(headers.length, mapping.length);
  const shown = (row: number, column: PlanColumn): string => {
    const index = mapping.indexOf(column);
    return index === -1 ? '' : textOf(table.rows[row - 1]?.[index] ?? null).slice(0, 200);
  };
  return {
    digest,
    isImportable: run.isImportable,
    isTooLong: run.isTooLong,
    isAsLastTime,
    missingColumns: run.missingColumns,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      header: textOf(headers[index] ?? null).slice(0, 200),
      sample: textOf(firstRow[index] ?? null).slice(0, 80),
      column: mapping[index] ?? null,
    })),
    counts: countsOf(run.rows),
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
      ...(row.kind === 'bad' && {
        issues: row.issues.map(({ ref, column, code, params }) => ({ cell: ref, column, code, params })),
      }),
    })),
  };
}

function countsOf(rows: readonly ImportRow[]): PreviewJson['counts'] {
  const counts = { create: 0, update: 0, unchanged: 0, skip: 0, bad: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** "0:date,3:title,4:" → choices; null where it is not written so. */
function choicesIn(text: string): ColumnChoices | null {
  const choices = new Map<number, PlanColumn | null>();
  for (const part of text === '' ? [] : text.split(',')) {
    const [, index, column = ''] = /^(\d{1,3}):(\w*)$/.exec(part) ?? [];
    if (index === undefined || (column !== '' && !isPlanColumn(column))) return null;
    choices.set(Number(index), isPlanColumn(column) ? column : null);
  }
  return choices;
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
  const columns = choicesIn(query.columns);
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
