import { err, ok, type Result } from '@planerka/platform/domain';
import type { Entry, ZipFile } from 'yauzl';
import { tableLimits, type TableFileRefusal } from './table';

/** A plan of 2 000 rows unpacks to a few megabytes. */
export const archiveLimits = {
  entries: 500,
  unpacked: 40 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 2 * 1024 * 1024,
} as const;

const encryptedFlag = 1;

/**
 * Looks into a workbook before a parser does. First the central directory: how much everything claims to unpack to.
 * Then, since claims may lie, the sheets are unpacked under those limits, and their cell addresses are looked at: one
 * cell at XFD1048576 would make a parser lay out seventeen billion others.
 */
export async function checkArchive(bytes: Buffer): Promise<Result<void, TableFileRefusal>> {
  try {
    const { fromBufferPromise } = await import('yauzl');
    const archive = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    const entries = await entriesOf(archive);
    const refusal = entries === null ? suspicious : refusalOf(entries);
    if (entries === null || refusal) return err(refusal ?? suspicious);
    for (const entry of entries) {
      const sheet = await unpack(archive, entry);
      const problem = isSheet(entry) ? sheetRefusal(sheet) : null;
      if (problem) return err(problem);
    }
    return ok(undefined);
  } catch (problem) {
    return err(/more bytes|too many bytes/i.test(String(problem)) ? suspicious : { code: 'file_broken' });
  }
}

const suspicious: TableFileRefusal = { code: 'file_suspicious' };

async function entriesOf(archive: ZipFile): Promise<Entry[] | null> {
  if (archive.entryCount > archiveLimits.entries) return null;
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    archive.on('entry', (entry: Entry) => {
      entries.push(entry);
      archive.readEntry();
    });
    archive.on('end', () => resolve(entries));
    archive.on('error', reject);
    archive.readEntry();
  });
}

function refusalOf(entries: readonly Entry[]): TableFileRefusal | null {
  if (entries.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & encryptedFlag) !== 0)) {
    return { code: 'file_encrypted' };
  }
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const isBomb = unpacked > archiveLimits.ratioFrom && unpacked > packed * archiveLimits.ratio;
  if (unpacked > archiveLimits.unpacked || isBomb) return suspicious;
  return entries.some(({ fileName }) => fileName === 'xl/workbook.xml') ? null : { code: 'file_not_a_table' };
}

const isSheet = ({ fileName }: Entry): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(fileName);

/** yauzl ends with an error as soon as an entry gives more than its directory says. */
async function unpack(archive: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.fileName.endsWith('/')) return Buffer.alloc(0);
  const stream = await archive.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const address = /<(?:\w+:)?c\b[^>]{0,200}?\sr="([A-Z]{1,3})(\d{1,7})"/g;
const rowTag = /<(?:\w+:)?row\b/g;

function sheetRefusal(sheet: Buffer): TableFileRefusal | null {
  const xml = sheet.toString('utf8');
  // Entities are never needed in a sheet, and can be made to grow.
  if (xml.includes('<!DOCTYPE')) return suspicious;
  for (const [, letters = '', row = '0'] of xml.matchAll(address)) {
    if (columnNumber(letters) > tableLimits.columns) {
      return { code: 'file_too_many_columns', params: { max: tableLimits.columns } };
    }
    if (Number(row) > tableLimits.rows + 1) return tooManyRows;
  }
  // Formatted but empty rows below the table are usual: only an absurd number is refused.
  let rows = 0;
  for (const _ of xml.matchAll(rowTag)) rows += 1;
  return rows > tableLimits.rows * 10 ? tooManyRows : null;
}

const tooManyRows: TableFileRefusal = { code: 'file_too_many_rows', params: { max: tableLimits.rows } };

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
