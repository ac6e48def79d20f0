import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, anItem, aTaskOf, planDay, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { changeItems } from './plan-changes.documents';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const change = async (member: TestMember, ...changes: object[]) =>
  (await api.as(member).run(changeItems, { input: { changes } })).changeContentItems;

const read = async (member: TestMember, id: string) =>
  (
    await api
      .as(member)
      .run(
        `query ($id: ID!) { contentItem(id: $id) { publishOn publishTime version rubric { name } channels { id } campaign { id } } }`,
        { id },
      )
  ).contentItem;

const three = async (own: TestAgency) => [
  (await anItem(own, { title: 'Первая' })).id,
  (await anItem(own, { title: 'Вторая' })).id,
  (await anItem(own, { title: 'Третья' })).id,
];

describe('Many publications at once', () => {
  it('are changed in one step, and taken back in one', async () => {
    const own = await agency();
    const ids = await three(own);
    const set = { rubricId: null, channelIds: [], publishOn: planDay(20) };
    const was = { rubricId: own.rubric.id, channelIds: [own.channel.id], publishOn: planDay() };
    const done = await change(own.manager, ...ids.map((itemId) => ({ itemId, expectedVersion: 1, set })));
    expect(done).toMatchObject({ changed: ids.map((itemId) => ({ itemId, version: 2 })), kept: [] });
    expect(await read(own.manager, ids[0] ?? '')).toMatchObject({ publishOn: planDay(20), rubric: null, channels: [] });

    // Meanwhile one of them gets another day, and keeps it.
    await change(own.owner, { itemId: ids[1], expectedVersion: 2, set: { publishOn: planDay(21) } });
    const undone = await change(own.manager, ...ids.map((itemId) => ({ itemId, set: was, ifStill: set })));
    expect(undone).toMatchObject({ kept: [{ title: 'Вторая', fields: ['publishOn'] }] });
    const all = await Promise.all(ids.map((id) => read(own.manager, id)));
    expect(all).toMatchObject(
      [planDay(), planDay(21), planDay()].map((publishOn) => ({
        publishOn,
        publishTime: '12:00',
        rubric: { name: 'Экспертная' },
        channels: [{ id: own.channel.id }],
      })),
    );
  });

  it('are all left as they are where one cannot be changed, and each that cannot is named with its reason', async () => {
    const own = await agency();
    const ids = await three(own);
    await aTaskOf(
      own,
      { id: ids[1] ?? '' },
      { discipline: 'copy', state: 'issued', assigneeId: own.copywriter.memberId },
    );
    await change(own.owner, { itemId: ids[2], expectedVersion: 1, set: { title: 'Третья, другая' } });
    const refused = await change(
      own.manager,
      ...ids.map((itemId) => ({ itemId, expectedVersion: 1, set: { isDeleted: true } })),
    );
    expect(refused).toMatchObject({
      __typename: 'ContentItemsRefused',
      items: [
        { title: 'Вторая', issues: [{ path: ['isDeleted'], code: 'has_work' }] },
        { title: 'Третья, другая', issues: [{ code: 'changed_meanwhile' }] },
      ],
    });
    expect(await read(own.manager, ids[0] ?? '')).toMatchObject({ version: 1 });
  });

  it('are deleted and brought back', async () => {
    const own = await agency();
    const ids = await three(own);
    await change(own.manager, ...ids.map((itemId) => ({ itemId, expectedVersion: 1, set: { isDeleted: true } })));
    expect(await Promise.all(ids.map((id) => read(own.manager, id)))).toEqual([null, null, null]);
    await change(
      own.manager,
      ...ids.map((itemId) => ({ itemId, set: { isDeleted: false }, ifStill: { isDeleted: true } })),
    );
    expect(await read(own.manager, ids[2] ?? '')).toMatchObject({ version: 3 });
  });

  it('need no more statements for two hundred than for two, where all get the same', async () => {
    const own = await agency();
    const ids = await Promise.all(Array.from({ length: 40 }, async () => (await anItem(own)).id));
    const few = await api.statementsOf(() =>
      change(
        own.manager,
        ...ids.slice(0, 2).map((itemId) => ({ itemId, expectedVersion: 1, set: { rubricId: null } })),
      ),
    );
    const many = await api.statementsOf(() =>
      change(own.manager, ...ids.slice(2).map((itemId) => ({ itemId, expectedVersion: 1, set: { rubricId: null } }))),
    );
    expect(many.length).toBe(few.length);
  });

  it('are nobody’s who may not plan for that client, and one that is not there is none of them', async () => {
    const own = await agency();
    const other = await agency('Чужие');
    const [mine, theirs] = [await anItem(own), await anItem(other)];
    const both = [mine.id, theirs.id].map((itemId) => ({ itemId, expectedVersion: 1, set: { rubricId: null } }));
    expect(await change(own.manager, ...both)).toMatchObject({ __typename: 'NotFound', entity: 'ContentItem' });
    expect(await change(own.copywriter, both[0] ?? {})).toMatchObject({ __typename: 'NotFound' });
    const unknown = { itemId: newId(), expectedVersion: 1, set: {} };
    expect(await change(own.manager, unknown)).toMatchObject({ __typename: 'NotFound' });
    expect(await read(own.manager, mine.id)).toMatchObject({ version: 1 });
  });

  it('are refused at the field where the wish itself is wrong', async () => {
    const own = await agency();
    const { id: itemId } = await anItem(own);
    const of = (set: object) => ({ itemId, expectedVersion: 1, set });
    expect(await change(own.manager, of({ title: ' ' }))).toMatchObject({
      issues: [{ path: ['changes', '0', 'set', 'title'], code: 'required' }],
    });
    expect(await change(own.manager, of({}), of({}))).toMatchObject({
      issues: [{ path: ['changes', '1', 'itemId'], code: 'named_twice' }],
    });
    expect(await change(own.manager, of({ rubricId: (await agency('Чужие')).rubric.id }))).toMatchObject({
      issues: [{ path: ['changes', '0', 'set', 'rubricId'], code: 'unknown_rubric' }],
    });
    expect(await change(own.manager, { itemId, set: {} })).toMatchObject({
      issues: [{ path: ['changes', '0', 'expectedVersion'], code: 'required' }],
    });
  });
});
