import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blankMp4, blankWebm } from './video-metadata';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planerka-video-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function blanked(bytes: Buffer, blank: (path: string) => Promise<void>): Promise<Buffer> {
  const path = join(folder, 'video');
  await writeFile(path, bytes);
  await blank(path);
  return readFile(path);
}

const place = '+55.7558+037.6173/';
const author = 'Timur Galiev';
const text = (words: string) => Buffer.from(words);

function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(contents);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + inside.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, inside]);
}

/** Of more than four gigabytes, by its header. */
function longBox(type: string, inside: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1);
  header.write(type, 4, 'latin1');
  header.writeBigUInt64BE(BigInt(16 + inside.length), 8);
  return Buffer.concat([header, inside]);
}

const dates = (version: number) => Buffer.concat([Buffer.from([version, 0, 0, 0]), Buffer.alloc(32, 0xaa)]);
const picture = text('picture and sound, in which udta and meta stand by chance');
const offsets = box('stco', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x24]));

const movie = (type: string, media: Buffer) =>
  Buffer.concat([
    box('ftyp', text(type)),
    media,
    box(
      'moov',
      box('mvhd', dates(0)),
      box('trak', box('tkhd', dates(1)), box('udta', text(author)), box('mdia', box('minf', box('stbl', offsets)))),
      box('udta', box('\u00a9xyz', text(place)), box('meta', text(author))),
      box('meta', box('keys', text('com.apple.quicktime.location.ISO6709')), box('ilst', text(place))),
    ),
    box('uuid', text(`<x:xmpmeta>${author}</x:xmpmeta>`)),
  ]);

describe('A video for people outside', () => {
  it.each([
    ['an MP4', movie('isom', box('mdat', picture))],
    ['a MOV', movie('qt  ', longBox('mdat', picture))],
  ])('says nothing of where and when it was filmed, and by whom: %s', async (_, original) => {
    const copy = await blanked(original, blankMp4);
    expect(copy).toHaveLength(original.length);
    const told = copy.toString('latin1');
    for (const words of [place, author, 'ISO6709', 'xmpmeta', '\u00a9xyz']) expect(told).not.toContain(words);
    expect(told.match(/free/g)).toHaveLength(4);
    // Created and changed, of version 0 and of version 1, and not a byte more.
    const header = (type: string) => copy.subarray(copy.indexOf(type) + 8, copy.indexOf(type) + 8 + 32);
    expect(header('mvhd').indexOf(0xaa)).toBe(8);
    expect(header('tkhd').indexOf(0xaa)).toBe(16);
    // Picture and sound stay where the tables look for them.
    expect(copy.indexOf(picture)).toBe(original.indexOf(picture));
    expect(copy.includes(offsets)).toBe(true);
  });

  it('is left alone where its boxes make no sense', async () => {
    const broken = Buffer.concat([box('ftyp', text('isom')), Buffer.from([0xff, 0xff, 0xff, 0xff]), text('udta')]);
    expect(await blanked(broken, blankMp4)).toEqual(broken);
  });

  it.each([
    ['as it was edited', false],
    ['as it was streamed, without its length', true],
  ])('is a WebM without tags and titles, %s', async (_, isLive) => {
    const element = (id: readonly number[], inside: Buffer, size?: readonly number[]) =>
      Buffer.concat([Buffer.from([...id, ...(size ?? [0x40 | (inside.length >> 8), inside.length & 0xff])]), inside]);
    const cluster = element([0x1f, 0x43, 0xb6, 0x75], picture);
    const info = element(
      [0x15, 0x49, 0xa9, 0x66],
      Buffer.concat([element([0x7b, 0xa9], text(author)), element([0x2a, 0xd7, 0xb1], Buffer.from([15, 66, 64]))]),
    );
    const tags = element([0x12, 0x54, 0xc3, 0x67], text(`LOCATION ${place}`));
    const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    const segment = element(
      [0x18, 0x53, 0x80, 0x67],
      Buffer.concat([info, cluster, tags]),
      isLive ? unknown : undefined,
    );
    const original = Buffer.concat([element([0x1a, 0x45, 0xdf, 0xa3], text('webm')), segment]);

    const copy = await blanked(original, blankWebm);
    expect(copy).toHaveLength(original.length);
    for (const words of [place, author, 'LOCATION']) expect(copy.includes(words)).toBe(false);
    expect(copy.indexOf(cluster)).toBe(original.indexOf(cluster));
    // What was Tags is one Void of the same length, its size in eight bytes.
    const at = original.indexOf(tags);
    expect([copy[at], copy.readBigUInt64BE(at + 1)]).toEqual([0xec, (1n << 56n) | BigInt(tags.length - 9)]);
  });
});
