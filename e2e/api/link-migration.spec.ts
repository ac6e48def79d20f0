import { expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { asAdmin, besideTestDatabase, testDatabase } from '@planerka/testing/server';

/** The command's own. */
const migrating = new URL('../../scripts/lib/migrate.mjs', import.meta.url).href;
const { migrate, readMigrations } = (await import(migrating)) as {
  readMigrations(): { readonly name: string }[];
  migrate(ownerUrl: string, options: { readonly migrations: readonly object[] }): Promise<string[]>;
};

const agencyId = newId();
const clientId = newId();
const channels = { vk: newId(), telegram: newId(), other: newId() };

/** Its one link as it stood, and its channels: where the link is afterwards. */
const publications = [
  ['https://t.me/sosna/1', ['vk', 'telegram'], 'telegram'],
  ['https://M.VK.com/wall-1_2', ['telegram', 'vk'], 'vk'],
  ['https://clck.example/a', ['vk', 'telegram'], 'vk'],
  ['https://clck.example/b', ['vk', 'other'], 'other'],
  ['https://sosna.example/c', [], null],
] as const;

it('The one link that a publication had goes to the channel of its network, and none is lost', async () => {
  const database = await besideTestDatabase('linked');
  const { adminUrl: anyUrl, ownerUrl: owner } = await testDatabase();
  await asAdmin(anyUrl, (client) => client.query(`CREATE DATABASE "${database.name}" OWNER planerka_owner`));
  const ownerUrl = Object.assign(new URL(owner), { pathname: `/${database.name}` }).href;
  const migrations = readMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_link_per_channel'));
  await migrate(ownerUrl, { migrations: migrations.slice(0, place) });
  const items = publications.map(([url, of, to]) => ({ id: newId(), url, of, to }));
  await asAdmin(database.adminUrl, async (client) => {
    // Only what the migration reads: whose they are is nothing to it.
    await client.query('SET session_replication_role = replica');
    for (const [index, network] of (['vk', 'telegram', 'other'] as const).entries())
      await client.query(
        `INSERT INTO channel (agency_id, id, client_id, network, title, position) VALUES ($1, $2, $3, $4, 'Сосна', $5)`,
        [agencyId, channels[network], clientId, network, index],
      );
    for (const { id, url, of } of items) {
      await client.query(
        `INSERT INTO content_item (agency_id, id, client_id, title, format, publish_at, updated_at, published_url)
         VALUES ($1, $2, $3, 'Стол', 'post', now(), now(), $4)`,
        [agencyId, id, clientId, url],
      );
      for (const network of of)
        await client.query('INSERT INTO item_channel (agency_id, item_id, channel_id) VALUES ($1, $2, $3)', [
          agencyId,
          id,
          channels[network],
        ]);
    }
  });
  await migrate(ownerUrl, { migrations });
  const links = await asAdmin(database.adminUrl, (client) =>
    client.query<{ id: string; url: string; channel: string | null }>(
      `SELECT item_id AS id, url, channel_id AS channel FROM item_channel WHERE url IS NOT NULL
       UNION ALL SELECT id, published_url, NULL FROM content_item WHERE published_url IS NOT NULL`,
    ),
  );
  const byId = new Map(links.rows.map(({ id, url, channel }) => [id, { url, channel }]));
  expect(items.map(({ id }) => byId.get(id))).toEqual(
    items.map(({ url, to }) => ({ url, channel: to === null ? null : channels[to] })),
  );
  expect(links.rows).toHaveLength(items.length);
});
