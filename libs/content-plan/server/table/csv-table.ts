import { err, ok, type Result } from '@planerka/platform/domain';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { tableLimits, type TableFile, type TableFileRefusal } from './table';

const delimiters = [';', ',', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

export function readCsv(bytes: Buffer): Result<TableFile, TableFileRefusal> {
  const text = decode(bytes);
  if (text === null) return err({ code: 'file_not_a_table' });
  const rows = parseRows(text, delimiterOf(text));
  if (rows === null) return err({ code: 'file_broken' });
  if (rows.length > tableLimits.rows + 1) return err({ code: 'file_too_many_rows', params: { max: tableLimits.rows } });
  if (rows.some((row) => row.length > tableLimits.columns)) {
    return err({ code: 'file_too_many_columns', params: { max: tableLimits.columns } });
  }
  return ok({ kind: 'csv', rows });
}

/** UTF-8 where the bytes are valid as such, else what Excel on a Russian Windows writes; null for what is no text. */
function decode(bytes: Buffer): string | null {
  const text = hasUtf16Mark(bytes)
    ? iconv.decode(bytes, 'utf-16')
    : (asUtf8(bytes) ?? iconv.decode(bytes, 'windows-1251'));
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? null : text;
}

const hasUtf16Mark = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that parts the header into the most cells. */
function delimiterOf(text: string): Delimiter {
  const columns = (delimiter: Delimiter): number => parseRows(text, delimiter, 1)?.[0]?.length ?? 0;
  return delimiters.reduce((best, delimiter) => (columns(delimiter) > columns(best) ? delimiter : best));
}

function parseRows(text: string, delimiter: Delimiter, to: number = tableLimits.rows + 2): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      to,
      bom: true,
      relax_column_count: true,
      // Empty lines are kept: a cell's address is that of the file.
      skip_empty_lines: false,
      max_record_size: tableLimits.columns * tableLimits.cell,
    });
  } catch (problem) {
    if (problem instanceof CsvError) return null;
    throw problem;
  }
}
