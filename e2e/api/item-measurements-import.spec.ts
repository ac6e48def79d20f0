import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, anItem, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import iconv from 'iconv-lite';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let team: TestAgency;
let itemId: string;
const url = 'https://vk.com/wall-7_41';
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  team = await agency();
  itemId = (await anItem(team)).id;
  const at = new Date(Date.now() - 10 * 86_400_000);
  await within(team.agencyId, async (db) => {
    await db.itemChannel.updateMany({ where: { itemId }, data: { url } });
    await db.contentItem.updateMany({
      where: { id: itemId },
      data: { publishAt: at, publishedAt: at, status: 'published' },
    });
  });
});
afterAll(stopApi);

const send = async (member: TestMember, body: string | Buffer, query: Record<string, string> = {}) => {
  const address = new URLSearchParams({ clientId: team.client.id, ...query }).toString();
  const response = await api.app.inject({
    method: 'POST',
    url: `/api/results/measurements?${address}`,
    headers: { cookie: member.cookie, 'x-planerka-agency': member.agencyId, 'content-type': 'text/csv' },
    payload: body,
  });
  return { status: response.statusCode, body: response.json() };
};
const take = async (member: TestMember, body: string | Buffer, query: Record<string, string> = {}) => {
  const { digest } = (await send(member, body, query)).body;
  return send(member, body, { ...query, digest });
};
const measured = () =>
  within(team.agencyId, (db) =>
    db.itemMeasurement.findMany({
      where: { itemId },
      select: { reach: true, likes: true, source: true, version: true },
    }),
  );
const table = (reach: string, likes = '30') => `Ссылка;Охват;Лайки\n${url};${reach};${likes}\nИтого;9 999;99`;

describe('Figures out of a network’s export', () => {
  it('are shown before they are written, in whichever of the usual encodings', async () => {
    const shown = await send(team.manager, iconv.encode(table('1 240'), 'windows-1251'));
    expect(shown).toMatchObject({
      status: 200,
      body: {
        isImportable: true,
        counts: { create: 1, unmatched: 1, bad: 0 },
        rows: [
          { kind: 'create', channelId: team.channel.id, by: 'link' },
          { kind: 'unmatched', reason: 'no_publication' },
        ],
      },
    });
    expect(await measured()).toEqual([]);
    expect(await take(team.targetologist, table('1 240'))).toMatchObject({
      status: 200,
      body: { created: 1, updated: 0 },
    });
    expect(await measured()).toEqual([{ reach: 1240, likes: 30, source: 'import', version: 1 }]);
  });

  it('brought in again change nothing, and corrected ones correct', async () => {
    await take(team.manager, table('1240'));
    const again = await send(team.manager, table('1240'));
    expect(again.body).toMatchObject({ isImportable: false, counts: { unchanged: 1 } });
    expect((await take(team.manager, table('1300', ''))).body).toMatchObject({ created: 0, updated: 1 });
    expect(await measured()).toEqual([{ reach: 1300, likes: 30, source: 'import', version: 2 }]);
  });

  it('are written as they were shown, or not at all', async () => {
    const { digest } = (await send(team.manager, table('1240'))).body;
    await take(team.owner, table('900'));
    expect(await send(team.manager, table('1240'), { digest })).toMatchObject({
      status: 409,
      body: { preview: { counts: { update: 1 } } },
    });
    expect(await measured()).toMatchObject([{ reach: 900 }]);
    const bad = `${table('1240')}\nhttps://vk.com/wall-7_42;много;1`;
    expect((await send(team.manager, bad)).body).toMatchObject({
      isImportable: false,
      rows: [{ kind: 'update' }, {}, { kind: 'bad', issues: [{ cell: 'B4', code: 'not_a_count' }] }],
    });
  });

  it('of columns with other names are read as somebody says', async () => {
    const odd = `Куда;Сколько\n${url};70`;
    expect((await send(team.manager, odd)).body).toMatchObject({ missing: ['link', 'views'], isImportable: false });
    expect((await take(team.manager, odd, { columns: '0:link,1:reach' })).body).toMatchObject({ created: 1 });
    expect((await send(team.manager, odd, { columns: '0:wrong' })).status).toBe(400);
    expect((await send(team.manager, odd, { day: '2026-02-30' })).status).toBe(400);
  });

  it('are read the next time as somebody said, by client, and anew where that is wished', async () => {
    const odd = (reach: number) => `Куда;Сколько\n${url};${reach}`;
    await take(team.manager, odd(70), { columns: '0:link,1:reach' });
    expect((await send(team.targetologist, odd(80))).body).toMatchObject({
      isAsLastTime: true,
      isImportable: true,
      columns: [{ column: 'link' }, { column: 'reach' }],
    });
    expect((await send(team.manager, odd(80), { columns: '1:views' })).body).toMatchObject({
      columns: [{ column: 'link' }, { column: 'views' }],
    });
    expect((await send(team.manager, odd(80), { anew: '1' })).body).toMatchObject({
      isAsLastTime: false,
      missing: ['link', 'views'],
    });
    const { planImportMappings } = await api
      .as(team.manager)
      .run('query ($clientId: ID!) { planImportMappings(clientId: $clientId) { key } }', { clientId: team.client.id });
    expect(planImportMappings).toEqual([]);
  });

  it('find the channel whose link they have', async () => {
    const telegram = newId();
    await within(team.agencyId, async (db) => {
      const channel = { agencyId: team.agencyId, id: telegram, clientId: team.client.id, network: 'telegram' } as const;
      await db.channel.create({ data: { ...channel, title: 'Канал' } });
      const link = { agencyId: team.agencyId, itemId, channelId: telegram, url: 'https://t.me/sosna/128' };
      await db.itemChannel.create({ data: link });
    });
    const both = `Ссылка;Охват\nhttps://t.me/s/sosna/128;50\n${url};70`;
    expect((await send(team.manager, both)).body).toMatchObject({
      rows: [
        { kind: 'create', channelId: telegram, by: 'link' },
        { kind: 'create', channelId: team.channel.id, by: 'link' },
      ],
    });
  });

  it('are brought in by whoever may enter results; for others the client is not there', async () => {
    const other = await agency('Чужие');
    for (const stranger of [team.copywriter, other.owner]) {
      expect((await send(stranger, 'не таблица', { digest: 'x' })).status).toBe(404);
    }
    expect(await measured()).toEqual([]);
    expect((await send(team.manager, Buffer.from([0, 1, 2]))).status).toBe(422);
  });
});
