import { err, ok, type Result } from '@planerka/platform/domain';
import { tableLimits, type TableCell, type TableFile, type TableFileRefusal } from './table';
import { checkArchive } from './xlsx-archive';

/** The first sheet. A formula is never computed: what the spreadsheet last showed in its cell is taken as text. */
export async function readXlsx(bytes: Buffer): Promise<Result<TableFile, TableFileRefusal>> {
  const archive = await checkArchive(bytes);
  if (!archive.ok) return archive;
  const sheet = await rowsOf(bytes);
  if (sheet === null) return err({ code: 'file_broken' });
  const rows = sheet.map((row) => row.map(toCell));
  const filled = rows.findLastIndex((row) => row.some((cell) => cell !== null && cell !== '')) + 1;
  if (filled > tableLimits.rows + 1) return err({ code: 'file_too_many_rows', params: { max: tableLimits.rows } });
  return ok({ kind: 'xlsx', rows: rows.slice(0, filled) });
}

async function rowsOf(bytes: Buffer): Promise<readonly (readonly unknown[])[] | null> {
  try {
    // Loaded when the first file comes, as all that reads and writes them.
    const { readSheet } = await import('read-excel-file/node');
    return await readSheet(bytes, { trim: false });
  } catch {
    // Whatever a parser says about a file that people made is about the file.
    return null;
  }
}

function toCell(value: unknown): TableCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : isoText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : null;
}

/** A day without a time is just the day; a lone time stands on the spreadsheet's day zero, in 1899. */
function isoText(value: Date): string {
  const text = value.toISOString().slice(0, 19);
  return value.getUTCFullYear() > 1900 && text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}
