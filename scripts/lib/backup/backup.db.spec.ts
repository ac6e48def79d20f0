import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agency,
  aLine,
  asAdmin,
  besideTestDatabase,
  everyRow,
  everythingOf,
  testDatabase,
  wholeSchema,
} from '@planerka/testing/server';
import { backUp, type Manifest } from './backup.mjs';
import { finishRestore, restore, type DatabaseTarget } from './restore.mjs';

const folder = mkdtempSync(join(tmpdir(), 'planerka-backup-'));
const dataDir = join(folder, 'data');
const file = join(folder, 'backup.tar.gz');
const picture = Buffer.from('the bytes of a picture');
let own: Awaited<ReturnType<typeof agency>>;
let manifest: Manifest;
let before: Awaited<ReturnType<typeof everyRow>>;
let waiting: readonly Job[];

interface Job {
  readonly task_identifier: string;
  readonly key: string | null;
}

async function jobsOf(url: string): Promise<readonly Job[]> {
  const { rows } = await asAdmin(url, (client) =>
    client.query<Job>('SELECT task_identifier, key FROM graphile_worker.jobs ORDER BY task_identifier, key'),
  );
  return rows;
}

async function targetOf(suffix: string): Promise<DatabaseTarget & { readonly url: string }> {
  const { name, adminUrl } = await besideTestDatabase(suffix);
  const passwordIn = (url = ''): string => decodeURIComponent(new URL(url).password);
  return {
    adminUrl,
    url: adminUrl,
    database: name,
    ownerPassword: passwordIn(process.env['TEST_DATABASE_OWNER_URL']),
    appPassword: passwordIn(process.env['TEST_DATABASE_APP_URL']),
  };
}

beforeAll(async () => {
  own = await agency();
  await everythingOf(own);
  await aLine(own, { category: 'design' });
  await everythingOf(await agency('Соседи'));
  mkdirSync(join(dataDir, 'files', own.agencyId), { recursive: true });
  writeFileSync(join(dataDir, 'files', own.agencyId, own.client.id), picture);
  writeFileSync(join(dataDir, 'secrets.json'), '{"secret":"of the old machine"}');
  const { adminUrl, ownerUrl } = await testDatabase();
  await asAdmin(adminUrl, (client) =>
    client.query(`SELECT graphile_worker.add_job('mail.send', '{"to":"marina@sosna.example"}'::json)`),
  );
  ({ manifest } = await backUp({ dataDir, ownerUrl, file }));
  before = await everyRow(adminUrl);
  waiting = await jobsOf(adminUrl);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('A backup', () => {
  it('restored elsewhere is the same to the last row, file, rule and right', async () => {
    const external = await targetOf('restored');
    const elsewhere = join(folder, 'elsewhere');
    await restore({ file, dataDir: elsewhere, external });

    expect(await everyRow(external.url)).toEqual(before);
    expect(await wholeSchema(external.url)).toEqual(await wholeSchema((await testDatabase()).adminUrl));
    expect(readFileSync(join(elsewhere, 'files', own.agencyId, own.client.id))).toEqual(picture);
    expect(readFileSync(join(elsewhere, 'secrets.json'), 'utf8')).toContain('of the old machine');
    expect(waiting).toContainEqual({ task_identifier: 'mail.send', key: null });
    expect(await jobsOf(external.url)).toEqual(waiting);
  });

  it('holds both agencies, of whose rows the owner of the tables sees none without asking for theirs', () => {
    expect(manifest.agencies).toBeGreaterThanOrEqual(2);
    expect(before['ledger_transfer']).not.toEqual([]);
    const counted = manifest.tables.map(({ name, rows }) => [name, rows]);
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])),
    );
  });

  it('takes the place of nothing unless it is told to, and then keeps what was there', async () => {
    const external = await targetOf('taken');
    const taken = join(folder, 'taken');
    await restore({ file, dataDir: taken, external });
    await expect(restore({ file, dataDir: taken, external })).rejects.toThrow(/not empty.*--force/);
    await expect(restore({ file, dataDir: join(folder, 'new'), external })).rejects.toThrow(/not empty.*--force/);

    writeFileSync(join(taken, 'secrets.json'), '{"secret":"newer"}');
    await asAdmin(external.url, (client) => client.query(`UPDATE agency SET name = 'Позже'`));
    const { kept } = await restore({ file, dataDir: taken, external, force: true });
    expect(readFileSync(join(kept!, 'secrets.json'), 'utf8')).toContain('newer');
    expect(readFileSync(join(taken, 'secrets.json'), 'utf8')).toContain('of the old machine');
    expect(await everyRow(external.url)).toEqual(before);
  }, 180_000);

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5_000)],
    ['changed in one byte', (bytes: Buffer) => bytes.fill(bytes[9_000]! ^ 1, 9_000, 9_001)],
    ['no archive at all', () => Buffer.from('%PDF-1.7')],
  ])('that is %s leaves an empty folder and no database', async (_, spoil) => {
    const spoilt = join(folder, 'spoilt.tar.gz');
    writeFileSync(spoilt, spoil(readFileSync(file)));
    const external = await targetOf('spoilt');
    const empty = join(folder, 'empty');
    await expect(restore({ file: spoilt, dataDir: empty, external })).rejects.toThrow(/backup|damaged/);
    expect(existsSync(empty)).toBe(false);
    await expect(everyRow(external.url)).rejects.toThrow(/does not exist/);
  });

  it('of a restore that was killed in the last moment is put in place by the next start', () => {
    const killed = join(folder, 'killed');
    mkdirSync(join(killed, '.restored', 'files'), { recursive: true });
    mkdirSync(join(killed, 'files'));
    writeFileSync(join(killed, 'files', 'old'), '');
    writeFileSync(join(killed, '.restored', 'files', 'new'), '');
    // Its secrets had been moved already.
    writeFileSync(join(killed, 'secrets.json'), 'restored');
    const plan = { aside: 'before', children: ['secrets.json', 'files'] };
    writeFileSync(join(killed, '.restored', 'plan.json'), JSON.stringify(plan));
    finishRestore(killed);
    finishRestore(killed);
    expect(existsSync(join(killed, 'files', 'new'))).toBe(true);
    expect(existsSync(join(killed, 'before', 'files', 'old'))).toBe(true);
    expect(readFileSync(join(killed, 'secrets.json'), 'utf8')).toBe('restored');
    expect(existsSync(join(killed, '.restored'))).toBe(false);
  });
});
