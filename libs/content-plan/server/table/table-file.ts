import { err, type Result } from '@planerka/platform/domain';
import { readCsv } from './csv-table';
import { readXlsx } from './xlsx-table';

/** As spreadsheet readers give a cell; dates are ISO text already. */
export type TableCell = string | number | boolean | null;

export interface TableFile {
  readonly rows: readonly (readonly TableCell[])[];
  readonly kind: 'xlsx' | 'csv';
}

/** Why a file is not taken at all. The web has a sentence for each. */
export type TableFileRefusal =
  | { readonly code: 'file_empty' }
  | { readonly code: 'file_too_large'; readonly params: { readonly max: number } }
  | { readonly code: 'file_not_a_table' }
  /** An old `.xls`, or a workbook with a password: both begin alike. */
  | { readonly code: 'file_old_or_encrypted' }
  | { readonly code: 'file_encrypted' }
  | { readonly code: 'file_broken' }
  /** Unpacks to far more than a plan can be. */
  | { readonly code: 'file_suspicious' }
  | { readonly code: 'file_too_many_rows'; readonly params: { readonly max: number } }
  | { readonly code: 'file_too_many_columns'; readonly params: { readonly max: number } };

export const tableLimits = {
  bytes: 10 * 1024 * 1024,
  /** Under the header. */
  rows: 2_000,
  columns: 100,
  cell: 32_767,
} as const;

const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What the first bytes say counts, never the file's name or its declared type. */
export async function readTableFile(bytes: Buffer): Promise<Result<TableFile, TableFileRefusal>> {
  if (bytes.length === 0) return err({ code: 'file_empty' });
  if (bytes.length > tableLimits.bytes) return err({ code: 'file_too_large', params: { max: tableLimits.bytes } });
  if (bytes.subarray(0, oldOffice.length).equals(oldOffice)) return err({ code: 'file_old_or_encrypted' });
  return bytes.subarray(0, zip.length).equals(zip) ? readXlsx(bytes) : readCsv(bytes);
}
