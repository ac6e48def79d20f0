import { beforeAll, describe, expect, it } from '@jest/globals';
import { asAdmin, besideTestDatabase, everyRow, testDatabase, wholeSchema } from '@planerka/testing/server';
import { migrate, readMigrations } from './migrate.mjs';

const migration = (name: string, sql: string) => ({ name, sql, checksum: name });
let adminUrl: string;
let ownerUrl: string;

beforeAll(async () => {
  const database = await besideTestDatabase('migrated');
  ({ adminUrl } = database);
  const { adminUrl: anyUrl, ownerUrl: owner } = await testDatabase();
  const url = new URL(owner);
  url.pathname = `/${database.name}`;
  ownerUrl = url.href;
  await asAdmin(anyUrl, (client) =>
    client.query(`CREATE DATABASE "${database.name}" TEMPLATE "${process.env['TEST_DATABASE_TEMPLATE']}"`),
  );
});

describe('A migration that fails', () => {
  const good = migration('20990101000000_good', 'CREATE TABLE spring (id int); INSERT INTO spring VALUES (1)');
  const bad = migration(
    '20990102000000_bad',
    'ALTER TABLE spring ADD COLUMN name text;\nDROP TABLE task CASCADE;\nINSERT INTO spring VALUES (2, 3, 4);',
  );

  it('leaves the database as it was, says where it failed, and goes through once it is mended', async () => {
    const before = [await wholeSchema(adminUrl), await everyRow(adminUrl)];
    const migrations = [...readMigrations(), good, bad];
    await expect(migrate(ownerUrl, { migrations })).rejects.toThrow(
      /20990102000000_bad failed and left nothing behind/,
    );
    // The one before it is whole, and stays.
    await asAdmin(adminUrl, (client) => client.query('DROP TABLE spring'));
    expect([await wholeSchema(adminUrl), await everyRow(adminUrl)]).toEqual(before);

    const mended = migration(bad.name, 'CREATE TABLE summer (id int)');
    expect(await migrate(ownerUrl, { migrations: [...readMigrations(), good, mended] })).toEqual([bad.name]);
  });
});
