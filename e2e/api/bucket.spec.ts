import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { Bucket, CONFIG, FileCopies, FileStore, type Config } from '@planerka/platform/server';
import { agency, objectStore, type ObjectStore, type TestAgency } from '@planerka/testing/server';
import sharp from 'sharp';
import { startApi, startNode, stopApi, type Api } from './harness';
import { until } from './sockets';
import { beginUpload, sendBytes } from './uploads';

const folder = mkdtempSync(join(tmpdir(), 'planerka-bucket-'));
const dataDir = join(folder, 'here');
const old = { agencyId: newId(), fileId: newId() };
let store: ObjectStore;
let environment: NodeJS.ProcessEnv;
let api: Api;
let address: string;
let bucket: Bucket;
let own: TestAgency;

beforeAll(async () => {
  store = await objectStore();
  environment = { ...store.environment, DATA_DIR: dataDir };
  // Of the time before there was a bucket.
  writeOnDisk(join(dataDir, 'files', old.agencyId, old.fileId), 'an old creative');
  api = await startApi(environment);
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
  bucket = new Bucket(api.app.get<Config>(CONFIG).bucket!);
  own = await agency();
});
afterAll(async () => {
  await stopApi();
  await store.end();
  rmSync(folder, { recursive: true });
});

function writeOnDisk(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .png()
    .toBuffer();

async function upload(name: string, bytes: Buffer): Promise<{ readonly status: number; readonly answer: unknown }> {
  const begun = await beginUpload(address, own.manager, { name, bytes: bytes.length, clientId: own.client.id });
  const sent = await sendBytes(own.manager, new URL(begun.headers.get('location')!, address), 0, bytes);
  return { status: sent.status, answer: await sent.json() };
}

async function uploaded(name: string, bytes: Buffer) {
  const { answer } = await upload(name, bytes);
  const { fileId } = answer as { readonly fileId: string };
  const { file } = await api
    .as(own.manager)
    .run('query ($id: ID!) { file(id: $id) { url thumbnailUrl } }', { id: fileId });
  return { fileId, ...(file as { readonly url: string; readonly thumbnailUrl: string }) };
}

/** Sorted: of two stores each has an order of its own. */
async function keysOf(agencyId: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of bucket.keysUnder(`files/${agencyId}`)) keys.push(key);
  return keys.toSorted();
}

const forgetCopies = (): Promise<void> => api.app.get(FileCopies).forgetUnused(Infinity);

describe('With a bucket', () => {
  it('an upload and its previews are there before it is said to be ready, and a node that has no copy fetches one', async () => {
    const bytes = await picture('#203f35');
    const { fileId, url, thumbnailUrl } = await uploaded('стол.png', bytes);
    const key = `files/${own.agencyId}/${fileId}`;
    expect(await keysOf(own.agencyId)).toEqual([key, `${key}.1920.webp`, `${key}.320.webp`, `${key}.960.webp`]);
    expect(existsSync(join(dataDir, key))).toBe(false);

    await forgetCopies();
    expect(existsSync(api.app.get(FileStore).pathOf(own.agencyId, fileId))).toBe(false);
    const both = await Promise.all([fetch(address + url), fetch(address + url)]);
    for (const original of both) expect(Buffer.from(await original.arrayBuffer())).toEqual(bytes);
    const part = await fetch(address + url, { headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
    const thumbnail = await fetch(address + thumbnailUrl);
    expect((await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).width).toBe(320);
  });

  it('another node over the same database serves what this one took', async () => {
    const bytes = await picture('#c2410c');
    const { url } = await uploaded('полка.png', bytes);
    const other = await startNode({ ...environment, DATA_DIR: join(folder, 'there') });
    try {
      const served = await other.app.inject({ url });
      expect(served.rawPayload).toEqual(bytes);
    } finally {
      await other.app.close();
    }
  });

  it('what lay on the disk before moves in by itself', async () => {
    const key = `files/${old.agencyId}/${old.fileId}`;
    await until(async () => (await keysOf(old.agencyId)).includes(key) && !existsSync(join(dataDir, key)));
    const path = join(folder, 'fetched');
    expect([await bucket.pull(key, path), readFileSync(path, 'utf8')]).toEqual([true, 'an old creative']);
  });

  it('copies that are used stay, the others go', async () => {
    const { fileId, url } = await uploaded('ваза.png', await picture('#1d4ed8'));
    const path = api.app.get(FileStore).pathOf(own.agencyId, fileId);
    const since = Date.now();
    await fetch(address + url);
    await api.app.get(FileCopies).forgetUnused(since - 1_000);
    expect(existsSync(path)).toBe(true);
    expect(existsSync(`${path}.960.webp`)).toBe(true);
    await forgetCopies();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('an agency that is erased leaves no object', async () => {
    const neighbours = await agency('Соседи');
    const files = api.app.get(FileStore);
    const path = files.pathOf(neighbours.agencyId, newId());
    writeOnDisk(path, 'a creative');
    await files.keep(path);
    expect(await keysOf(neighbours.agencyId)).toHaveLength(1);
    const before = await keysOf(own.agencyId);
    await files.removeAgency(neighbours.agencyId);
    expect(await keysOf(neighbours.agencyId)).toEqual([]);
    expect(existsSync(dirname(path))).toBe(false);
    expect(await keysOf(own.agencyId)).toEqual(before);
  });

  it('that does not answer an upload is refused, in words, and what a node has a copy of is served', async () => {
    const bytes = await picture('#0f766e');
    const { url } = await uploaded('лампа.png', bytes);
    await store.cut();
    try {
      expect(await upload('поздно.png', bytes)).toEqual({
        status: 422,
        answer: { path: ['file'], code: 'file_not_kept', params: { name: 'поздно.png' } },
      });
      expect(Buffer.from(await (await fetch(address + url)).arrayBuffer())).toEqual(bytes);
    } finally {
      await store.mend();
    }
  }, 60_000);
});
