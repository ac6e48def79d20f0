import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, anItem, planDay, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { listenAs, until } from './sockets';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(stopApi);

const document = `mutation ($input: ChangeContentItemsInput!) { changeContentItems(input: $input) { __typename
  ... on ChangeContentItemsSuccess { changed { itemId version } } } }`;
const change = async (member: TestMember, changes: readonly object[]) =>
  (await api.as(member).run(document, { input: { changes } })).changeContentItems;
const items = async (own: TestAgency, count: number): Promise<readonly string[]> =>
  (await Promise.all(Array.from({ length: count }, (_, index) => anItem(own, { title: `Номер ${index}` })))).map(
    ({ id }) => id,
  );
/** Each to a day of its own, under a name of its own: nothing is alike. */
const apart = (ids: readonly string[], expectedVersion = 1) =>
  ids.map((itemId, index) => ({
    ...{ itemId, expectedVersion },
    set: { publishOn: planDay(1 + (index % 28)), title: `Теперь ${index}` },
  }));

describe('A change of many publications', () => {
  it('is heard once, says what has changed, and stands in the journal thing by thing', async () => {
    const own = await agency();
    const ids = await items(own, 130);
    const [after = ''] = await items(own, 1);
    const ear = await listenAs(api, own.owner);
    await change(own.manager, apart(ids));
    await change(own.manager, [{ itemId: after, expectedVersion: 1, set: { title: 'После всех' } }]);
    await until(() => ear.heard.some(({ entityId }) => entityId === after));
    expect(ear.heard.map(({ type }) => type)).toEqual(['item.updated', 'item.updated']);
    const [together] = ear.heard;
    expect(together?.also.toSorted()).toEqual(ids.map((id) => `ContentItem:${id}`).toSorted());
    expect(ear.heard[1]?.also).toEqual([]);
    await ear.close();

    const log = `query ($id: ID!) { auditLog(entityId: $id, first: 5) { nodes { action } } }`;
    for (const id of [ids[0], ids[129]])
      expect((await api.as(own.owner).run(log, { id })).auditLog.nodes).toEqual([{ action: 'item.updated' }]);
  });

  it('says whose months it touches', async () => {
    const own = await agency();
    const [staying, leaving] = await Promise.all(
      ['2026-12-10', '2027-03-10'].map((day) => anItem(own, { publishAt: new Date(`${day}T09:00:00Z`) })),
    );
    const ear = await listenAs(api, own.owner);
    await change(own.manager, [
      { itemId: staying?.id, expectedVersion: 1, set: { title: 'Иначе' } },
      { itemId: leaving?.id, expectedVersion: 1, set: { publishOn: '2027-05-10' } },
    ]);
    await until(() => ear.heard.length > 0);
    expect(ear.heard[0]?.months.toSorted()).toEqual(['2026-12', '2027-03', '2027-05']);
    await ear.close();
  });

  it('takes as many statements for many as for two', async () => {
    const own = await agency();
    const [few, many] = [await items(own, 2), await items(own, 40)];
    const statementsFor = async (ids: readonly string[]) =>
      (await api.statementsOf(() => change(own.manager, apart(ids)))).length;
    const ofFew = await statementsFor(few);
    expect(await statementsFor(many)).toBe(ofFew);
    expect(ofFew).toBeLessThanOrEqual(14);
  });

  it('leaves alone what it does not name, and what others have changed meanwhile', async () => {
    const own = await agency();
    const ids = await items(own, 2);
    await change(own.manager, [{ itemId: ids[0], expectedVersion: 1, set: { rubricId: null } }]);
    expect((await change(own.manager, apart(ids))).__typename).toBe('ContentItemsRefused');
    const read = `query ($id: ID!) { contentItem(id: $id) { title version rubric { name } publishTime format } }`;
    expect((await api.as(own.manager).run(read, { id: ids[1] })).contentItem).toMatchObject({
      ...{ title: 'Номер 1', version: 1, publishTime: '12:00', format: 'CAROUSEL' },
    });
    await change(own.manager, [{ itemId: ids[1], expectedVersion: 1, set: { title: 'Одна' } }]);
    expect((await api.as(own.manager).run(read, { id: ids[1] })).contentItem).toMatchObject({
      ...{ title: 'Одна', version: 2, rubric: { name: own.rubric.name }, publishTime: '12:00', format: 'CAROUSEL' },
    });
  });
});
