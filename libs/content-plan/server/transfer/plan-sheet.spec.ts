import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@planerka/platform/domain';
import type { PlanItem } from '@planerka/content-plan/domain';
import sharp from 'sharp';
import { fromBufferPromise, type Entry } from 'yauzl';
import { writePlanSheet } from './plan-sheet';

const item = (day: number, fields: Partial<PlanItem> = {}): PlanItem => ({
  id: newId(),
  date: Temporal.PlainDate.from({ year: 2026, month: 12, day }),
  time: Temporal.PlainTime.from('12:00'),
  channelIds: [],
  rubricId: 'r-1',
  format: 'post',
  title: 'Стол',
  idea: 'Показать, что места хватит\nвсей семье',
  campaignId: null,
  status: 'ready',
  links: [],
  ...fields,
});

async function filesOf(book: Buffer): Promise<Readonly<Record<string, string>>> {
  const archive = await fromBufferPromise(book, { lazyEntries: true });
  const files: Record<string, string> = {};
  const entries = await new Promise<Entry[]>((resolve, reject) => {
    const found: Entry[] = [];
    archive.on('entry', (entry: Entry) => {
      found.push(entry);
      archive.readEntry();
    });
    archive.on('end', () => resolve(found));
    archive.on('error', reject);
    archive.readEntry();
  });
  for (const entry of entries) {
    const parts: Buffer[] = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files[entry.fileName] = Buffer.concat(parts).toString('utf8');
  }
  return files;
}

/** Tags that say the same thing twice: spreadsheets call such a file broken. */
const doubled = (xml: string): readonly string[] =>
  (xml.match(/<[^/?!][^>]*>/g) ?? []).filter((tag) => {
    const names = [...tag.matchAll(/\s([\w:]+)=/g)].map(([, name]) => name);
    return new Set(names).size < names.length;
  });

describe('The plan as a sheet for the client', () => {
  it('is a sound workbook with pictures, frozen headings and a page to print', async () => {
    const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#0b626b' } })
      .jpeg()
      .toBuffer();
    const first = item(8);
    const book = await writePlanSheet({
      heading: 'Сосна: контент-план, декабрь 2026',
      agencyName: 'Маяк',
      items: [first, item(9), item(15, { status: 'missed' })],
      book: { channels: [], rubrics: [{ id: 'r-1', name: 'Экспертная' }], campaigns: [] },
      rubricColours: new Map([['r-1', 2]]),
      columns: ['date', 'rubric', 'title', 'idea', 'status'],
      pictures: new Map([[first.id, { bytes, width: 20, height: 10 }]]),
      locale: 'ru',
    });
    const files = await filesOf(book);
    const xml = Object.entries(files).filter(([name]) => name.endsWith('.xml'));
    expect(xml.flatMap(([, text]) => doubled(text))).toEqual([]);
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pane ySplit="3"[^>]*state="frozen"/);
    expect(files['xl/workbook.xml']?.match(/<definedNames/g)).toHaveLength(1);
    expect(files['xl/workbook.xml']).toContain("'Контент-план'!$3:$3");
    expect(Object.keys(files).filter((name) => name.startsWith('xl/media/'))).toHaveLength(1);
    const words = files['xl/sharedStrings.xml'] ?? '';
    expect(words).toContain('Неделя 7–13 декабря');
    expect(words).toContain('Неделя 14–20 декабря');
  });
});
