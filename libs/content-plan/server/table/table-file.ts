import { err, type Result } from '@planerka/platform/domain';
import { readCsv } from './csv-table';
import { tableLimits, type TableFile, type TableFileRefusal } from './table';
import { readXlsx } from './xlsx-table';

const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What the first bytes say counts, never the file's name or its declared type. */
export async function readTableFile(bytes: Buffer): Promise<Result<TableFile, TableFileRefusal>> {
  if (bytes.length === 0) return err({ code: 'file_empty' });
  if (bytes.length > tableLimits.bytes) return err({ code: 'table_too_large', params: { max: tableLimits.bytes } });
  if (bytes.subarray(0, oldOffice.length).equals(oldOffice)) return err({ code: 'file_old_or_encrypted' });
  return bytes.subarray(0, zip.length).equals(zip) ? readXlsx(bytes) : readCsv(bytes);
}
