import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { Bucket as ServersBucket } from '@planerka/platform/server';
import {
  agency,
  eraseEveryAgency,
  objectStore,
  testDatabase,
  within,
  type ObjectStore,
  type TestAgency,
} from '@planerka/testing/server';
import { verifyArchive } from './backup/archive.mjs';
import { backUp } from './backup/backup.mjs';
import { bucketOf, type Bucket } from './bucket.mjs';
import { examine } from './doctor/doctor.mjs';

const folder = mkdtempSync(join(tmpdir(), 'planerka-bucket-'));
const dataDir = join(folder, 'data');
const contents = 'a creative';
const fileId = newId();
let store: ObjectStore;
let bucket: Bucket;
let own: TestAgency;
let key: string;

beforeAll(async () => {
  store = await objectStore();
  bucket = (await bucketOf(store.environment))!;
  // The doctor names the first of a kind.
  await eraseEveryAgency();
  own = await agency();
  key = `files/${own.agencyId}/${fileId}`;
  const path = join(folder, 'creative');
  writeFileSync(path, contents);
  const { S3_BUCKET: name, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: id, S3_PREFIX: prefix } = store.environment;
  const credentials = { accessKeyId: id!, secretAccessKey: store.environment['S3_SECRET_ACCESS_KEY']! };
  const servers = new ServersBucket({ name: name!, endpoint, region: 'us-east-1', prefix: prefix!, credentials });
  await servers.push(key, path);
  const sha256 = createHash('sha256').update(contents).digest('hex');
  const { agencyId } = own;
  const file = { name: '1.pdf', mime: 'application/pdf', size: BigInt(contents.length), storageKey: key } as const;
  await within(agencyId, (db) => db.file.create({ data: { agencyId, id: fileId, ...file, sha256, state: 'ready' } }));
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'secrets.json'), '{}');
});
afterAll(async () => {
  await store.end();
  rmSync(folder, { recursive: true });
});

async function problemsOf(seen: Bucket): Promise<readonly string[]> {
  const { ownerUrl } = await testDatabase();
  const findings = await examine({ dataDir, ownerUrl, bucket: seen });
  const { problems } = findings.find(({ name }) => name === 'files')!;
  return problems.filter((problem) => problem.includes(fileId));
}

describe('Where files lie in a bucket', () => {
  it('a backup has them, as it would have those of a disk', async () => {
    const { ownerUrl } = await testDatabase();
    const file = join(folder, 'backup.tar.gz');
    const { manifest } = await backUp({ dataDir, ownerUrl, file, bucket });
    expect(manifest.files).toBe((await bucket.list('files')).size);
    const { small } = await verifyArchive(file, [key]);
    expect(small[key]?.toString()).toBe(contents);
  });

  it('the doctor sees what the bucket has lost and what is not what was uploaded', async () => {
    expect(await problemsOf(bucket)).toEqual([]);
    const lost: Bucket = { ...bucket, list: () => Promise.resolve(new Map()) };
    expect(await problemsOf(lost)).toEqual([`File ${fileId} of agency ${own.agencyId} is missing in the bucket.`]);
    const changed: Bucket = { ...bucket, read: () => Promise.resolve(Readable.from([Buffer.from('something else')])) };
    expect((await problemsOf(changed)).join()).toContain('is not what was uploaded');
  });
});
