import type { MoneyObject } from '@planerka/platform/server';
import type { Cell, Row } from 'write-excel-file/node';

export interface MoneySheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly totals?: Row;
  /** In characters. */
  readonly widths: readonly number[];
}

/** A text and nothing else: a spreadsheet that opens it computes none, whatever it begins with. */
export const text = (value: string): Cell => ({ value, type: String });

/** A number to calculate with, to the kopeck; the unit stands in the header. */
export const sum = ({ amount }: MoneyObject): Cell => ({ value: Number(amount), type: Number, format: '#,##0.00' });

export const percent = (value: number | null): Cell =>
  value === null ? null : { value: value / 100, type: Number, format: '0.0%' };

const bold = (cell: Cell): Cell =>
  cell !== null && typeof cell === 'object' && 'value' in cell ? { ...cell, fontWeight: 'bold' } : cell;

/** The header stays in sight, as in the plan's file. */
export async function writeWorkbook(sheets: readonly MoneySheet[]): Promise<Buffer> {
  // Loaded when somebody takes a workbook for the first time.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    sheets.map(({ name, header, rows, totals, widths }) => ({
      sheet: name,
      data: [header.map(text).map(bold), ...rows, ...(totals ? [totals.map(bold)] : [])],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
