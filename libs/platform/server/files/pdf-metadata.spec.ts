import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writePdf } from './pdf-metadata';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planerka-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function handedOut(bytes: Uint8Array): Promise<Buffer> {
  const [path, copy] = [join(folder, 'own.pdf'), join(folder, 'shared.pdf')];
  await writeFile(path, bytes);
  await writePdf(path, copy);
  return readFile(copy);
}

const author = 'Timur Galiev';
const xmp = `<?xpacket?><dc:creator>${author}</dc:creator>`;

async function aPdf(): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 100]);
  page.drawRectangle({ x: 10, y: 10, width: 50, height: 20 });
  document.setAuthor(author);
  document.setTitle('Draft for the client, version 7');
  const { context } = document;
  for (const holder of [document.catalog, page.node]) {
    const stream = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
    holder.set(PDFName.of('Metadata'), context.register(stream));
  }
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Illustrator: { LastModified: 'D:20261126' } }));
  return document;
}

/** Everything that is written in it, unpacked. */
async function objectsOf(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict.toString()}${Buffer.from(object.contents).toString('latin1')}`
        : String(object),
    )
    .join('\n');
}

describe('A PDF for people outside', () => {
  it.each([true, false])('says nothing of who made it, when and with what (object streams: %s)', async (packed) => {
    const own = await (await aPdf()).save({ useObjectStreams: packed });
    expect(await objectsOf(own)).toContain(author);
    const shared = await handedOut(own);
    const document = await PDFDocument.load(shared, { updateMetadata: false });
    expect([document.getAuthor(), document.getTitle(), document.getProducer(), document.getCreationDate()]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const objects = await objectsOf(shared);
    expect(objects).not.toMatch(/Metadata|PieceInfo|Illustrator|dc:creator/);
    expect(shared.toString('latin1')).not.toContain(author);
    const [page] = document.getPages();
    expect(page?.getSize()).toEqual({ width: 200, height: 100 });
    expect(page?.node.Contents()).toBeDefined();
  });

  it.each(['encrypted', 'signed to the byte', 'none after all'])('that is %s is handed on as it is', async (kind) => {
    const document = await aPdf();
    if (kind === 'encrypted') document.encrypt({ userPassword: 'pine', ownerPassword: 'birch' });
    else document.context.register(document.context.obj({ Type: 'Sig', ByteRange: [0, 10, 20, 30] }));
    const bytes = kind === 'none after all' ? Buffer.from('%PDF-1.7\nnot one, after all') : await document.save();
    expect((await handedOut(bytes)).equals(bytes)).toBe(true);
  });
});
