import { stringify } from 'csv-stringify/sync';
import type { SheetData } from 'write-excel-file/node';

export type TableKind = 'xlsx' | 'csv';

type Rows = readonly (readonly string[])[];

export const tableTypes: Readonly<Record<TableKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

/** Cells are texts and nothing else: a spreadsheet that opens them computes none. */
export async function writeTableFile(rows: Rows, kind: TableKind, title: string): Promise<Buffer> {
  return kind === 'csv' ? toCsv(rows) : toXlsx(rows, title);
}

/** With `;` and a byte order mark, as Excel on a Russian Windows opens it by a double click. */
const toCsv = (rows: Rows): Buffer =>
  Buffer.from(stringify([...rows.map((row) => [...row])], { delimiter: ';', bom: true, record_delimiter: 'windows' }));

async function toXlsx(rows: Rows, title: string): Promise<Buffer> {
  const data: SheetData = rows.map((row, index) =>
    row.map((value) => ({ value, type: String, ...(index === 0 && { fontWeight: 'bold' as const }) })),
  );
  const columns = (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) }));
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(data, { sheet: title, columns, stickyRowsCount: 1 }).toBuffer();
}

/** In characters: wide enough to read, never so wide that a long idea pushes the rest away. */
const widthOf = (rows: Rows, column: number): number =>
  Math.min(48, Math.max(...rows.map((row) => (row[column] ?? '').length)) + 2);
