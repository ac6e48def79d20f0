import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { FilePresenter, FileStore, FileUrls } from '@planerka/platform/server';
import { agency, within, type TestAgency } from '@planerka/testing/server';
import sharp from 'sharp';
import { startApi, stopApi, type Api } from '../harness';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
});
afterAll(stopApi);

/** A file as it would lie there had it come by another way than ours. */
async function lying(mime: string, bytes: Buffer) {
  const id = newId();
  const path = api.app.get(FileStore).pathOf(own.agencyId, id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const facts = { name: 'файл "кавычки".bin', mime, size: BigInt(bytes.length), state: 'ready' as const };
  await within(own.agencyId, (db) =>
    db.file.create({ data: { agencyId: own.agencyId, id, ...facts, storageKey: 'x' } }),
  );
  return { ...facts, id, width: null, height: null };
}
const get = (url: string) => api.app.inject({ method: 'GET', url });

describe('A download', () => {
  it.each([
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['text/html', '<script>alert(1)</script>'],
    ['application/pdf', '%PDF-1.7'],
  ])('of %s is kept and never shown', async (mime, text) => {
    const { id } = await lying(mime, Buffer.from(text));
    const { statusCode, headers } = await get(api.app.get(FileUrls).original(own.agencyId, id));
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
    expect(headers['content-type']).not.toMatch(/html|svg/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(headers['cache-control']).toContain('private');
  });
});

describe('A picture for people outside', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('says nothing of where it was taken: %s', async (format) => {
    const taken = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0a7' } })
      .withExif({ IFD0: { Artist: 'Тимур' }, IFD3: { GPSLatitude: '55/1 45/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
      )
      .toFormat(format)
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const file = await lying(`image/${format}`, taken);
    const { url } = api.app.get(FilePresenter).presentShared(own.agencyId, file);
    const { statusCode, rawPayload, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([200, `image/${format}`]);
    const { exif, xmp, iptc, width, height } = await sharp(rawPayload).metadata();
    expect({ exif, xmp, iptc, width, height }).toEqual({ width: 300, height: 200 });
    // The agency itself gets what was uploaded.
    expect((await get(api.app.get(FileUrls).original(own.agencyId, file.id))).rawPayload).toEqual(taken);
  });

  it('stands upright without the camera’s word for it', async () => {
    const sideways = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0a7' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const file = await lying('image/jpeg', sideways);
    const { rawPayload } = await get(api.app.get(FilePresenter).presentShared(own.agencyId, file).url);
    const { width, height } = await sharp(rawPayload).metadata();
    expect([width, height]).toEqual([200, 300]);
  });
});

describe('A video for people outside', () => {
  const box = (type: string, inside: string) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(8 + inside.length);
    header.write(type, 4, 'latin1');
    return Buffer.concat([header, Buffer.from(inside)]);
  };

  it('says nothing of where it was filmed, and is wound as before', async () => {
    const filmed = Buffer.concat([box('ftyp', 'isom'), box('mdat', 'picture'), box('udta', '+55.7558+037.6173/')]);
    const file = await lying('video/mp4', filmed);
    const { url } = api.app.get(FilePresenter).presentShared(own.agencyId, file);
    const { statusCode, rawPayload, headers } = await get(url);
    expect([statusCode, headers['content-type'], rawPayload.length]).toEqual([200, 'video/mp4', filmed.length]);
    expect(rawPayload.includes('+55.7558')).toBe(false);
    const part = await api.app.inject({ method: 'GET', url, headers: { range: 'bytes=20-26' } });
    expect([part.statusCode, part.payload]).toEqual([206, 'picture']);
    // The agency itself gets what was uploaded.
    expect((await get(api.app.get(FileUrls).original(own.agencyId, file.id))).rawPayload).toEqual(filmed);
  });
});
