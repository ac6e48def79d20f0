import { constants } from 'node:fs';
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';

/** Read whole: what is larger is handed on as it is. */
const largestRead = 64 * 1024 * 1024;

/**
 * A PDF without who made it, when and with what: its Info, its XMP, and what editors keep for themselves, of every page and picture.
 * What cannot be read (encrypted, broken), is too large, or is signed to the byte, is copied as it is.
 */
export async function writePdf(path: string, copy: string): Promise<void> {
  const { size } = await stat(path);
  const blank = size <= largestRead ? await blanked(await readFile(path)) : null;
  // Where the disk can, no byte is copied.
  await (blank ? writeFile(copy, blank) : copyFile(path, copy, constants.COPYFILE_FICLONE));
}

async function blanked(bytes: Uint8Array): Promise<Uint8Array | null> {
  const pdf = await import('@cantoo/pdf-lib');
  let document: PDFDocument;
  try {
    document = await pdf.PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    // What was put together out of a broken one may have lost its pages: nothing is taken from that.
    if (document.getPageCount() === 0) return null;
  } catch {
    return null;
  }
  const { context } = document;
  const told = [pdf.PDFName.of('Metadata'), pdf.PDFName.of('PieceInfo')];
  const { Info: info } = context.trailerInfo;
  if (info instanceof pdf.PDFRef) context.delete(info);
  delete context.trailerInfo.Info;
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict: PDFDict | null =
      object instanceof pdf.PDFDict ? object : object instanceof pdf.PDFStream ? object.dict : null;
    if (!dict) continue;
    if (dict.has(pdf.PDFName.of('ByteRange'))) return null;
    for (const key of told) {
      const held = dict.get(key);
      if (held instanceof pdf.PDFRef) context.delete(held);
      dict.delete(key);
    }
  }
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}
