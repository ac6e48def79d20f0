import { cellText, columnsJson, countsJson, issuesJson } from '@planerka/content-plan/server';
import type { MeasurementColumn, MeasurementPreview } from '@planerka/results/domain';
import type { JudgedMeasurements } from './measurement-import.service';

/** The dry run as the browser reads it. */
export function toMeasurementPreview({
  table,
  run,
  day,
  digest,
  isAsLastTime,
}: JudgedMeasurements): MeasurementPreview {
  const { mapping } = run.header;
  const written = (row: number): string => {
    const firstLine = (column: MeasurementColumn) =>
      cellText(table, mapping, row, column).split('\n')[0]?.slice(0, 120) ?? '';
    return firstLine('title') || firstLine('link');
  };
  return {
    digest,
    isImportable: run.isImportable,
    isAsLastTime,
    day: day.toString(),
    missing: run.missing,
    columns: columnsJson(table, run.header),
    counts: countsJson(run.rows, { create: 0, update: 0, unchanged: 0, unmatched: 0, bad: 0 }),
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
      ...(row.kind === 'bad' && { issues: issuesJson(row.issues) }),
    })),
  };
}
