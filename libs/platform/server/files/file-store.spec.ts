import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import sharp, { type Sharp } from 'sharp';
import type { Config } from '../config/config';
import { FileStore } from './file-store';
import { previewSizes } from './file-urls';

const dataDir = mkdtempSync(join(tmpdir(), 'planerka-files-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const store = new FileStore({ dataDir } as Config);
const agencyId = newId();
const plain = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#0a7' } });

/** The previews of a picture, and which of them are the uploaded file itself. */
async function previewsOf(picture: Sharp) {
  const fileId = newId();
  const path = store.pathOf(agencyId, fileId);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await picture.toBuffer());
  const { previews } = await store.preparePicture(agencyId, fileId);
  const uploaded = readFileSync(path);
  const files = previews.map((size) => readFileSync(store.previewPathOf(agencyId, fileId, size)));
  return {
    copies: previews.filter((_, place) => files[place]!.equals(uploaded)),
    facts: await Promise.all(files.map((bytes) => sharp(bytes).metadata())),
  };
}

describe('Previews', () => {
  it('of a small picture of their own format are the file where it is no larger than they are', async () => {
    const { copies, facts } = await previewsOf(plain(1080, 720).webp());
    expect(copies).toEqual([1920]);
    expect(facts.map(({ width, height }) => [width, height])).toEqual([
      [320, 213],
      [960, 640],
      [1080, 720],
    ]);
  });

  it('never carry what a camera wrote into the file', async () => {
    const located = plain(300, 200)
      .withExif({ IFD3: { GPSLatitude: '55/1 45/1 0/1' } })
      .webp();
    const { copies, facts } = await previewsOf(located);
    expect(copies).toEqual([]);
    expect(facts.map(({ exif }) => exif)).toEqual(previewSizes.map(() => undefined));
  });

  it('are made anew of other formats, and of what stands on its side', async () => {
    expect((await previewsOf(plain(300, 200).png())).copies).toEqual([]);
    const { copies, facts } = await previewsOf(plain(300, 200).withMetadata({ orientation: 6 }).webp());
    expect(copies).toEqual([]);
    expect(facts.map(({ width, height }) => [width, height])).toEqual(previewSizes.map(() => [200, 300]));
  });
});
