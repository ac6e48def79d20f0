import { err, ok, type Result } from '@planerka/platform/domain';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { tableLimits, type TableFile, type TableFileRefusal } from './table';

const delimiters = [';', ',', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

export function readCsv(bytes: Buffer): Result<TableFile, TableFileRefusal> {
  const text = decode(bytes);
  if (text === null) return err({ code: 'file_not_a_table' });
  if (text.trim() === '') return err({ code: 'file_empty' });
  const delimiter = delimiterOf(text);
  if (isTooWide(text, delimiter)) return err(tooManyColumns);
  const rows = parseRows(text, delimiter);
  if (rows === null) return err({ code: 'file_broken' });
  if (rows.length > tableLimits.rows + 1) return err({ code: 'file_too_many_rows', params: { max: tableLimits.rows } });
  if (rows.some((row) => row.length > tableLimits.columns)) return err(tooManyColumns);
  return ok({ kind: 'csv', rows });
}

const tooManyColumns: TableFileRefusal = { code: 'file_too_many_columns', params: { max: tableLimits.columns } };

/**
 * Whether some line has more separators than a table may have columns, separators within quotes left out. A parser would
 * lay out the ten million cells of such a line first, and everybody else would wait for it.
 */
function isTooWide(text: string, delimiter: Delimiter): boolean {
  let columns = 1;
  let isQuoted = false;
  for (const [mark] of text.matchAll(delimiter === '\t' ? /["\n\t]/g : /["\n;,]/g)) {
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (mark === '\n') columns = 1;
    else if (mark === delimiter) columns += 1;
    if (columns > tableLimits.columns) return true;
  }
  return false;
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
      // One cell may be all of the file: then its row says which, and how long it may be.
      max_record_size: tableLimits.bytes,
    });
  } catch (problem) {
    if (problem instanceof CsvError) return null;
    throw problem;
  }
}
