import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import {
  agency,
  aLine,
  asAdmin,
  eraseEveryAgency,
  testDatabase,
  type TestAgency,
  type TestLine,
} from '@planerka/testing/server';
import { examine } from './doctor.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'planerka-doctor-'));
let own: TestAgency;
let line: TestLine;
let adminUrl: string;
let ownerUrl: string;

beforeAll(async () => {
  ({ adminUrl, ownerUrl } = await testDatabase());
  // A report names the first of a kind.
  await eraseEveryAgency();
  own = await agency();
  line = await aLine(own);
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const change = (text: string, values: readonly unknown[] = []) =>
  asAdmin(adminUrl, (client) => client.query(text, [...values]));
/** Problems by the name of the check, those that have none left out. */
const problems = async (quick = false): Promise<Readonly<Record<string, readonly string[]>>> =>
  Object.fromEntries(
    (await examine({ dataDir, ownerUrl, quick }))
      .filter((finding) => finding.problems.length > 0)
      .map((finding) => [finding.name, finding.problems]),
  );

describe('The doctor', () => {
  it('finds nothing where nothing is wrong', async () => {
    const { ledger, files, audit, ...others } = await problems();
    expect(others).toEqual({});
    expect([ledger, files, audit].join()).not.toContain(own.agencyId);
  });

  it('names a line whose money is not that of its entries', async () => {
    await change(
      'UPDATE budget_line SET planned_minor = planned_minor + 100, available_minor = available_minor + 100 WHERE id = $1',
      [line.id],
    );
    const { ledger } = await problems();
    expect(ledger?.join()).toMatch(
      new RegExp(`${line.id} of agency ${own.agencyId} differs from the sum of its entries`),
    );
  });

  it('names files that are lost, changed or nobody’s', async () => {
    const [lost, kept, nobodys] = [newId(), newId(), newId()];
    const folder = join(dataDir, 'files', own.agencyId);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, kept), 'as uploaded');
    writeFileSync(join(folder, nobodys), 'left behind');
    const sha256 = createHash('sha256').update('as uploaded').digest('hex');
    for (const id of [lost, kept])
      await change(
        `INSERT INTO file (agency_id, id, name, mime, size, sha256, storage_key, state)
         VALUES ($1, $2, 'a.pdf', 'application/pdf', 11, $3, 'x', 'ready')`,
        [own.agencyId, id, sha256],
      );
    const first = (await problems())['files']?.join() ?? '';
    expect(first).toMatch(new RegExp(`${lost}.* is missing`));
    expect(first).toMatch(new RegExp(`${nobodys} belongs to nothing`));
    expect(first).not.toContain(kept);

    writeFileSync(join(folder, kept), 'not anymore');
    expect((await problems())['files']?.join()).toMatch(new RegExp(`${kept}.* is not what was uploaded`));
    expect((await problems(true))['files']?.join()).not.toContain(kept);
  });

  it('names a table without its guard, a role with too much, and migrations that wait', async () => {
    await change('ALTER TABLE task NO FORCE ROW LEVEL SECURITY');
    await change(`UPDATE "_prisma_migrations" SET checksum = 'other' WHERE migration_name LIKE '%_foundation'`);
    const found = await problems(true);
    await change('ALTER TABLE task FORCE ROW LEVEL SECURITY');
    expect(found['tenancy']).toEqual(['Row-level security is not forced on task.']);
    expect(found['migrations']?.join()).toMatch(/foundation is not the one that was applied/);
  });
});
