import { textOf } from '@planerka/content-plan/domain';
import type { MeasurementColumn, MeasurementRow, Unmatched } from '@planerka/results/domain';
import type { MeasurementPreview } from './measurement-import.service';

/** The dry run as the browser reads it: plain JSON, addresses as the spreadsheet calls them. */
export interface MeasurementPreviewJson {
  readonly digest: string;
  readonly isImportable: boolean;
  readonly day: string;
  readonly missing: readonly ('link' | 'views')[];
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly sample: string;
    readonly column: MeasurementColumn | null;
  }[];
  readonly counts: Readonly<Record<MeasurementRow['kind'], number>>;
  readonly rows: readonly {
    readonly row: number;
    readonly kind: MeasurementRow['kind'];
    /** What stands in the row, for a person to recognise it. */
    readonly written: string;
    readonly title?: string;
    readonly channelId?: string;
    readonly day?: string;
    readonly by?: 'link' | 'title';
    readonly reason?: Unmatched;
    readonly issues?: readonly {
      readonly cell: string;
      readonly column: string;
      readonly code: string;
      readonly params: unknown;
    }[];
  }[];
}

export function toMeasurementPreview({ table, run, day, digest }: MeasurementPreview): MeasurementPreviewJson {
  const { row: headerRow, mapping } = run.header;
  const headers = table.rows[headerRow] ?? [];
  const first = table.rows[headerRow + 1] ?? [];
  const written = (row: number): string => {
    const cell = (column: MeasurementColumn) =>
      textOf(table.rows[row - 1]?.[mapping.indexOf(column)] ?? null)
        .split('\n')[0]
        ?.slice(0, 120) ?? '';
    return cell('title') || cell('link');
  };
  const counts = { create: 0, update: 0, unchanged: 0, unmatched: 0, bad: 0 };
  for (const { kind } of run.rows) counts[kind] += 1;
  return {
    digest,
    isImportable: run.isImportable,
    day: day.toString(),
    missing: run.missing,
    columns: Array.from({ length: Math.max(headers.length, mapping.length) }, (_, index) => ({
      index,
      header: textOf(headers[index] ?? null).slice(0, 200),
      sample: textOf(first[index] ?? null).slice(0, 80),
      column: mapping[index] ?? null,
    })),
    counts,
    rows: run.rows.map((row) => ({
      row: row.row,
      kind: row.kind,
      written: written(row.row),
      ...('itemId' in row && {
        title: row.title,
        channelId: row.channelId,
        day: row.day.toString(),
        by: row.by,
      }),
      ...(row.kind === 'unmatched' && { reason: row.reason }),
      ...(row.kind === 'bad' && {
        issues: row.issues.map(({ ref, column, code, params }) => ({ cell: ref, column, code, params })),
      }),
    })),
  };
}
