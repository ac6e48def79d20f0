import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, anItem, aTaskOf, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { changeItems } from './plan-changes.documents';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const change = async (member: TestMember, ...changes: object[]) =>
  (await api.as(member).run(changeItems, { input: { changes } })).changeContentItems;
const peopleOf = async (member: TestMember, id: string) => {
  const query = `query ($id: ID!) { contentItem(id: $id) { version tasks { discipline assigneeName } } }`;
  const { contentItem } = await api.as(member).run(query, { id });
  return contentItem.tasks.map((task: { assigneeName: string | null }) => task.assigneeName);
};
const withDraft = async (own: TestAgency, title = 'Первая', assigneeId?: string) => {
  const item = await anItem(own, { title });
  await aTaskOf(own, item, { discipline: 'copy', state: 'draft', ...(assigneeId && { assigneeId }) });
  return item.id;
};

describe('Whoever is to do the work, set in the plan', () => {
  it('gets the tasks of that kind, and is taken back in one step', async () => {
    const own = await agency();
    const { manager, copywriter } = own;
    const ids = [await withDraft(own), await withDraft(own, 'Вторая')];
    const set = { copywriterId: copywriter.memberId };
    const done = await change(manager, ...ids.map((itemId) => ({ itemId, expectedVersion: 1, set })));
    // The publication itself is as it was.
    expect(done).toMatchObject({ changed: ids.map((itemId) => ({ itemId, version: 1 })) });
    expect(await peopleOf(manager, ids[0] ?? '')).toEqual(['Мария Орлова']);

    const back = { set: { copywriterId: null }, ifStill: set };
    await change(manager, ...ids.map((itemId) => ({ itemId, ...back })));
    expect(await peopleOf(manager, ids[1] ?? '')).toEqual([null]);
  });

  it('changes together with the publication, or not at all', async () => {
    const own = await agency();
    const free = await withDraft(own);
    const begun = await anItem(own, { title: 'Начатая' });
    const { memberId } = own.copywriter;
    await aTaskOf(own, begun, { discipline: 'copy', state: 'in_progress', assigneeId: memberId });
    const set = { title: 'Новая тема', copywriterId: memberId };
    const refused = await change(
      own.manager,
      { itemId: free, expectedVersion: 1, set },
      { itemId: begun.id, expectedVersion: 1, set: { copywriterId: null } },
    );
    expect(refused).toMatchObject({
      items: [{ title: 'Начатая', issues: [{ path: ['copywriterId'], code: 'work_begun' }] }],
    });
    expect(await peopleOf(own.manager, free)).toEqual([null]);

    expect(await change(own.manager, { itemId: free, expectedVersion: 1, set })).toMatchObject({
      changed: [{ itemId: free, version: 2 }],
    });
    expect(await peopleOf(own.manager, free)).toEqual(['Мария Орлова']);
  });

  it.each([
    ['designerId', 'designer', 'no_task'],
    ['copywriterId', 'designer', 'cannot_take'],
  ] as const)('%s: the %s is refused: %s', async (field, who, code) => {
    const own = await agency();
    const itemId = await withDraft(own);
    expect(
      await change(own.manager, { itemId, expectedVersion: 1, set: { [field]: own[who].memberId } }),
    ).toMatchObject({ items: [{ issues: [{ path: [field], code }] }] });
  });

  it('is nobody of another agency, and nothing a specialist can change', async () => {
    const [own, other] = [await agency(), await agency('Сосед')];
    const itemId = await withDraft(own);
    const wish = (memberId: string) => ({ itemId, expectedVersion: 1, set: { copywriterId: memberId } });
    expect(await change(own.manager, wish(other.copywriter.memberId))).toMatchObject({
      issues: [{ path: ['changes', '0', 'set', 'copywriterId'], code: 'unknown_person' }],
    });
    expect(await change(own.copywriter, wish(own.copywriter.memberId))).toMatchObject({ __typename: 'NotFound' });
  });

  it('what has gone on since stays with whoever does it', async () => {
    const own = await agency();
    const { memberId } = own.copywriter;
    const item = await anItem(own, { title: 'Идёт' });
    await aTaskOf(own, item, { discipline: 'copy', state: 'in_progress', assigneeId: memberId });
    const undone = await change(own.manager, {
      ...{ itemId: item.id, set: { copywriterId: null }, ifStill: { copywriterId: memberId } },
    });
    expect(undone).toMatchObject({ kept: [{ title: 'Идёт', fields: ['copywriterId'] }] });
    expect(await peopleOf(own.manager, item.id)).toEqual(['Мария Орлова']);
  });

  it('takes as many statements for many publications as for one', async () => {
    const own = await agency();
    const few = [await withDraft(own)];
    const many = await Promise.all(Array.from({ length: 12 }, (_, index) => withDraft(own, `Номер ${index}`)));
    const set = { copywriterId: own.copywriter.memberId, title: 'Вместе' };
    const statementsFor = async (ids: readonly string[]) => {
      const asked = await api.statementsOf(() =>
        change(own.manager, ...ids.map((itemId) => ({ itemId, expectedVersion: 1, set }))),
      );
      return asked.length;
    };
    expect(await statementsFor(many)).toBe(await statementsFor(few));
  });
});
