import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agency,
  anItem,
  aTaskOf,
  planDay,
  planMonth,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const planQuery = /* GraphQL */ `
  query ($clientId: ID, $month: Month!) {
    contentPlan(clientId: $clientId, month: $month) {
      itemCount
      includedItems
      viewerCanEdit
      emptyDays
      items {
        id
        title
        publishOn
        publishTime
        status
        version
        availableActions
        rubric {
          name
        }
        campaign {
          name
        }
        channels {
          network
        }
        tasks {
          discipline
          state
          assigneeName
          fee {
            amount
          }
        }
        risk {
          level
        }
      }
      rubrics {
        name
        targetShare
      }
      mix {
        count
        share
        targetShare
      }
      collisions {
        kind
        itemIds
      }
    }
  }
`;
const refusals = `... on InvalidInput { issues { path code params } } ... on StaleVersion { currentVersion } ... on NotFound { entity }`;
const illegal = `... on IllegalTransition { state action reason }`;
const mutation = (name: string, type: string, success: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${refusals} ${success} } }`;
const item = `{ item { id title publishOn publishTime status version publishedUrl links { channelId url doubt } channels { id } availableActions } }`;
const create = mutation('createContentItem', 'CreateContentItemInput', `... on CreateContentItemSuccess ${item}`);
const update = mutation(
  'updateContentItem',
  'UpdateContentItemInput',
  `${illegal} ... on UpdateContentItemSuccess ${item}`,
);
const move = mutation('moveContentItem', 'MoveContentItemInput', `${illegal} ... on MoveContentItemSuccess ${item}`);
const copy = mutation('copyContentItem', 'CopyContentItemInput', `${illegal} ... on CopyContentItemSuccess ${item}`);
const remove = mutation(
  'deleteContentItem',
  'ContentItemVersionInput',
  `${illegal} ... on DeleteContentItemSuccess { itemId version }`,
);
const restore = mutation(
  'restoreContentItem',
  'ContentItemVersionInput',
  `${illegal} ... on RestoreContentItemSuccess ${item}`,
);
const publish = mutation(
  'markContentItemPublished',
  'MarkContentItemPublishedInput',
  `${illegal} ... on MarkContentItemPublishedSuccess ${item}`,
);

const setLinks = mutation(
  'setContentItemLinks',
  'SetContentItemLinksInput',
  `${illegal} ... on SetContentItemLinksSuccess ${item}`,
);
const undoPublication = mutation(
  'undoContentItemPublication',
  'ContentItemVersionInput',
  `${illegal} ... on UndoContentItemPublicationSuccess ${item}`,
);

const fieldsOf = ({ client, channel, rubric, campaign }: TestAgency) => ({
  clientId: client.id,
  title: 'Стол, за которым поместятся все',
  idea: 'Показать, что места хватит всей семье',
  format: 'CAROUSEL',
  publishOn: planDay(),
  publishTime: '12:00',
  channelIds: [channel.id],
  rubricId: rubric.id,
  campaignId: campaign.id,
});

describe('The month', () => {
  it('shows a client’s publications with everything their cards need, in three statements at most', async () => {
    const anna = await agency();
    const table = await anItem(anna);
    await anItem(anna, { title: 'Шип-паз за 40 секунд', rubricId: null });
    await aTaskOf(anna, table, {
      discipline: 'copy',
      state: 'done',
      assigneeId: anna.copywriter.memberId,
      feeMinor: 250_000n,
    });
    await aTaskOf(anna, table, {
      discipline: 'design',
      state: 'in_review',
      assigneeId: anna.designer.memberId,
      feeMinor: 750_000n,
    });

    let plan: Record<string, unknown>[] = [];
    const statements = await api.statementsOf(async () => {
      const { contentPlan } = await api
        .as(anna.manager)
        .run(planQuery, { clientId: anna.client.id, month: planMonth() });
      plan = contentPlan.items;
      expect(contentPlan).toMatchObject({
        itemCount: 2,
        viewerCanEdit: true,
        mix: [{ count: 1, share: 100, targetShare: 25 }],
      });
      expect(contentPlan.emptyDays).not.toContain(planDay());
    });

    expect(statements.length).toBeLessThanOrEqual(3);
    expect(plan[0]).toMatchObject({
      title: 'Стол, за которым поместятся все',
      publishOn: planDay(),
      publishTime: '12:00',
      rubric: { name: 'Экспертная' },
      channels: [{ network: 'VK' }],
      tasks: [
        { discipline: 'COPY', state: 'done', assigneeName: 'Мария Орлова', fee: { amount: '2500.00' } },
        { discipline: 'DESIGN', state: 'in_review', assigneeName: 'Тимур Галиев', fee: { amount: '7500.00' } },
      ],
    });
  });

  it('and one opened publication with its chain, in two', async () => {
    const anna = await agency();
    const table = await anItem(anna);
    for (const discipline of ['copy', 'design', 'targeting'] as const) {
      await aTaskOf(anna, table, { discipline, state: 'issued', assigneeId: anna.copywriter.memberId });
    }
    const panel = `query ($id: ID!) { contentItem(id: $id) { idea campaign { name } risk { safeOn } channels { title }
      tasks { title discipline state assigneeName dueAt fee { amount } openQuestions afterIds } } }`;
    const statements = await api.statementsOf(async () => {
      const { contentItem } = await api.as(anna.manager).run(panel, { id: table.id });
      expect(contentItem.tasks).toHaveLength(3);
    });
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('shows a specialist the plan to read, their own task and nobody else’s fee', async () => {
    const anna = await agency();
    const table = await anItem(anna);
    await aTaskOf(anna, table, {
      discipline: 'copy',
      state: 'done',
      assigneeId: anna.copywriter.memberId,
      feeMinor: 250_000n,
    });
    await aTaskOf(anna, table, {
      discipline: 'design',
      state: 'issued',
      assigneeId: anna.designer.memberId,
      feeMinor: 750_000n,
    });

    const { contentPlan } = await api
      .as(anna.copywriter)
      .run(planQuery, { clientId: anna.client.id, month: planMonth() });
    expect(contentPlan.viewerCanEdit).toBe(false);
    expect(contentPlan.items[0].availableActions).toEqual([]);
    expect(contentPlan.items[0].tasks).toEqual([
      { discipline: 'COPY', state: 'done', assigneeName: 'Мария Орлова', fee: { amount: '2500.00' } },
    ]);
  });

  it('shows nothing of a client that another squad serves', async () => {
    const anna = await agency();
    await anItem(anna);
    const stranger = await anna.join('Пётр Дубов', 'manager', [], []);
    const asStranger = api.as(stranger);
    expect(await asStranger.run(planQuery, { clientId: anna.client.id, month: planMonth() })).toEqual({
      contentPlan: null,
    });
    expect((await asStranger.run(planQuery, { month: planMonth() })).contentPlan.items).toEqual([]);
  });

  it('marks one topic twice on a day and two publications of a channel within an hour', async () => {
    const anna = await agency();
    await anItem(anna, { title: 'Розыгрыш' });
    await anItem(anna, { title: '«Розыгрыш»', publishAt: new Date(`${planDay()}T09:30:00Z`) });
    const { contentPlan } = await api.as(anna.manager).run(planQuery, { clientId: anna.client.id, month: planMonth() });
    expect(contentPlan.collisions.map(({ kind }: { kind: string }) => kind)).toEqual(['SAME_TOPIC', 'SAME_TIME']);
  });
});

describe('A publication', () => {
  it('is planned, changed, moved, copied, deleted and brought back by the manager', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const { clientId: _, ...fields } = fieldsOf(anna);

    const { createContentItem } = await manager.run(create, { input: fieldsOf(anna) });
    expect(createContentItem.item).toMatchObject({
      publishOn: planDay(),
      publishTime: '12:00',
      status: 'PLANNED',
      version: 1,
    });
    const itemId = createContentItem.item.id;

    const changed = await manager.run(update, {
      input: { ...fields, itemId, expectedVersion: 1, title: 'Стол «Онега»', channelIds: [] },
    });
    expect(changed.updateContentItem.item).toMatchObject({ title: 'Стол «Онега»', channels: [], version: 2 });

    const moved = await manager.run(move, { input: { itemId, expectedVersion: 2, publishOn: planDay(17) } });
    expect(moved.moveContentItem.item).toMatchObject({ publishOn: planDay(17), publishTime: '12:00', version: 3 });

    const copied = await manager.run(copy, { input: { itemId, publishOn: planDay(18) } });
    expect(copied.copyContentItem.item).toMatchObject({ title: 'Стол «Онега»', publishOn: planDay(18), version: 1 });

    const deleted = await manager.run(remove, { input: { itemId, expectedVersion: 3 } });
    expect(deleted.deleteContentItem).toMatchObject({ itemId, version: 4 });
    expect(
      (await manager.run(`query ($id: ID!) { contentItem(id: $id) { id } }`, { id: itemId })).contentItem,
    ).toBeNull();

    const restored = await manager.run(restore, { input: { itemId, expectedVersion: 4 } });
    expect(restored.restoreContentItem.item).toMatchObject({ id: itemId, version: 5 });
  });

  it.each<[string, Partial<Record<string, unknown>>, string[], string]>([
    ['no title', { title: ' ' }, ['title'], 'required'],
    ['a title of 100 000 letters', { title: 'ы'.repeat(100_000) }, ['title'], 'too_long'],
    ['no day', { publishOn: '31.12.2026' }, ['publishOn'], 'not_a_date'],
    ['no time', { publishTime: '25:00' }, ['publishTime'], 'not_a_time'],
    ['a day outside of the campaign', { publishOn: '2030-01-01' }, ['publishOn'], 'outside_campaign'],
    [
      'a channel of nobody',
      { channelIds: ['0198c0de-0000-7000-8000-000000000000'] },
      ['channelIds', '0'],
      'unknown_channel',
    ],
    ['a rubric of nobody', { rubricId: '0198c0de-0000-7000-8000-000000000000' }, ['rubricId'], 'unknown_rubric'],
    [
      'a campaign of nobody',
      { campaignId: '0198c0de-0000-7000-8000-000000000000' },
      ['campaignId'],
      'unknown_campaign',
    ],
  ])('is refused at the field: %s', async (_, wrong, path, code) => {
    const anna = await agency();
    const { createContentItem } = await api.as(anna.manager).run(create, { input: { ...fieldsOf(anna), ...wrong } });
    expect(createContentItem.issues).toMatchObject([{ path, code }]);
  });

  it('of two people who change it the second is told', async () => {
    const anna = await agency();
    const { id: itemId } = await anItem(anna);
    await api.as(anna.manager).run(move, { input: { itemId, expectedVersion: 1, publishOn: planDay(16) } });
    const late = await api.as(anna.owner).run(move, { input: { itemId, expectedVersion: 1, publishOn: planDay(17) } });
    expect(late.moveContentItem).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
  });

  it('of two who move it at the same moment one wins, and the other is told', async () => {
    const anna = await agency();
    const { id: itemId } = await anItem(anna);
    const to = [planDay(16), planDay(17)] as const;
    const answers = await Promise.all([
      api.as(anna.manager).run(move, { input: { itemId, expectedVersion: 1, publishOn: to[0] } }),
      api.as(anna.owner).run(move, { input: { itemId, expectedVersion: 1, publishOn: to[1] } }),
    ]);
    const won = answers.findIndex(({ moveContentItem }) => moveContentItem.__typename === 'MoveContentItemSuccess');
    expect(answers[1 - won]?.moveContentItem).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
    const { contentItem } = await api
      .as(anna.owner)
      .run(`query ($id: ID!) { contentItem(id: $id) { publishOn version } }`, { id: itemId });
    expect(contentItem).toEqual({ publishOn: to[won], version: 2 });
  });

  it('is not there for whoever may not change it', async () => {
    const anna = await agency();
    const { id: itemId } = await anItem(anna);
    const stranger = await anna.join('Пётр Дубов', 'manager', [], []);
    for (const member of [anna.copywriter, stranger] satisfies TestMember[]) {
      const answer = await api.as(member).run(move, { input: { itemId, expectedVersion: 1, publishOn: planDay(16) } });
      expect(answer.moveContentItem).toEqual({ __typename: 'NotFound', entity: 'ContentItem' });
    }
    const created = await api.as(anna.copywriter).run(create, { input: fieldsOf(anna) });
    expect(created.createContentItem).toEqual({ __typename: 'NotFound', entity: 'Client' });
  });

  it('is not deleted from under somebody’s work, nor moved once it is out', async () => {
    const anna = await agency();
    const table = await anItem(anna);
    await aTaskOf(anna, table, { discipline: 'copy', state: 'in_progress', assigneeId: anna.copywriter.memberId });
    const manager = api.as(anna.manager);

    const kept = await manager.run(remove, { input: { itemId: table.id, expectedVersion: 1 } });
    expect(kept.deleteContentItem).toMatchObject({
      __typename: 'IllegalTransition',
      action: 'delete',
      reason: 'has_work',
    });

    const bad = await manager.run(publish, {
      input: {
        itemId: table.id,
        expectedVersion: 1,
        links: [{ channelId: anna.channel.id, url: 'javascript:alert(1)' }],
      },
    });
    expect(bad.markContentItemPublished.issues).toMatchObject([{ path: ['links', '0', 'url'], code: 'not_a_url' }]);
    const out = await manager.run(publish, {
      input: { itemId: table.id, expectedVersion: 1, url: 'https://vk.com/wall-1_2' },
    });
    expect(out.markContentItemPublished.item).toMatchObject({
      status: 'PUBLISHED',
      publishedUrl: 'https://vk.com/wall-1_2',
    });

    const stays = await manager.run(move, { input: { itemId: table.id, expectedVersion: 2, publishOn: planDay(16) } });
    expect(stays.moveContentItem).toMatchObject({ __typename: 'IllegalTransition', state: 'published' });
  });
});

describe('Where a publication is out', () => {
  /** In the scenario's VK and in a Telegram of its own. */
  const inTwo = async () => {
    const anna = await agency();
    const { id: itemId } = await anItem(anna);
    const telegram = newId();
    await within(anna.agencyId, async (db) => {
      await db.channel.create({
        data: {
          agencyId: anna.agencyId,
          id: telegram,
          clientId: anna.client.id,
          network: 'telegram',
          title: 'Канал',
          position: 5,
        },
      });
      await db.itemChannel.create({ data: { agencyId: anna.agencyId, itemId, channelId: telegram } });
    });
    return { anna, itemId, vk: anna.channel.id, telegram, manager: api.as(anna.manager) };
  };
  const post = 'https://vk.com/wall-1_2';
  const message = 'https://t.me/sosna/128';

  it('is written down channel by channel, some of it later, with what is odd about it', async () => {
    const { itemId, vk, telegram, manager } = await inTwo();
    const early = await manager.run(setLinks, { input: { itemId, expectedVersion: 1, links: [] } });
    expect(early.setContentItemLinks).toMatchObject({ __typename: 'IllegalTransition', action: 'set_links' });
    const marked = await manager.run(publish, {
      input: {
        itemId,
        expectedVersion: 1,
        links: [
          { channelId: vk, url: post },
          { channelId: telegram, url: '' },
        ],
      },
    });
    expect(marked.markContentItemPublished.item).toMatchObject({
      links: [{ channelId: vk, url: post, doubt: null }],
      publishedUrl: post,
    });
    expect(marked.markContentItemPublished.item.availableActions).toContain('set_links');

    const set = await manager.run(setLinks, {
      input: { itemId, expectedVersion: 2, links: [{ channelId: telegram, url: 'https://vk.com/sosna' }] },
    });
    expect(set.setContentItemLinks.item.links).toEqual([
      { channelId: vk, url: post, doubt: null },
      { channelId: telegram, url: 'https://vk.com/sosna', doubt: 'OTHER_NETWORK' },
    ]);
    const stale = await manager.run(setLinks, { input: { itemId, expectedVersion: 2, links: [] } });
    expect(stale.setContentItemLinks).toMatchObject({ __typename: 'StaleVersion', currentVersion: 3 });
    const stranger = await manager.run(setLinks, {
      input: { itemId, expectedVersion: 3, links: [{ channelId: newId(), url: post }] },
    });
    expect(stranger.setContentItemLinks.issues).toMatchObject([
      { path: ['links', '0', 'channelId'], code: 'unknown_channel' },
    ]);

    const undone = await manager.run(undoPublication, { input: { itemId, expectedVersion: 3 } });
    expect(undone.undoContentItemPublication.item).toMatchObject({ links: [], publishedUrl: null });
  });

  it('stays with its channels: a channel with a link is not taken away, one that stays keeps it, a copy has none', async () => {
    const { anna, itemId, vk, telegram, manager } = await inTwo();
    const links = [
      { channelId: vk, url: post },
      { channelId: telegram, url: message },
    ];
    await manager.run(publish, { input: { itemId, expectedVersion: 1, links } });
    const { clientId: _client, ...fields } = fieldsOf(anna);
    const fewer = await manager.run(update, {
      input: { ...fields, itemId, expectedVersion: 2, channelIds: [telegram] },
    });
    expect(fewer.updateContentItem.issues).toMatchObject([{ path: ['channelIds'], code: 'channel_in_use' }]);
    const renamed = await manager.run(update, {
      input: { ...fields, title: 'Стол', itemId, expectedVersion: 2, channelIds: [telegram, vk] },
    });
    expect(renamed.updateContentItem.item.links).toHaveLength(2);
    const bulk = `mutation ($input: ChangeContentItemsInput!) { changeContentItems(input: $input) { __typename
      ... on ContentItemsRefused { items { issues { path code } } } } }`;
    const changes = (channelIds: string[]) => ({
      input: { changes: [{ itemId, expectedVersion: 3, set: { channelIds, title: 'Стул' } }] },
    });
    expect((await manager.run(bulk, changes([vk]))).changeContentItems.items[0].issues).toMatchObject([
      { code: 'channel_in_use' },
    ]);
    await manager.run(bulk, changes([vk, telegram]));
    const { contentItem } = await manager.run(`query ($id: ID!) { contentItem(id: $id) { title links { url } } }`, {
      id: itemId,
    });
    expect(contentItem).toEqual({ title: 'Стул', links: [{ url: post }, { url: message }] });
    const copied = await manager.run(copy, { input: { itemId } });
    expect(copied.copyContentItem.item).toMatchObject({ links: [], status: 'PLANNED' });
  });

  it('is one address where it has no channels', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const made = await manager.run(create, { input: { ...fieldsOf(anna), channelIds: [] } });
    const itemId = made.createContentItem.item.id;
    const out = await manager.run(publish, {
      input: { itemId, expectedVersion: 1, links: [{ url: 'https://sosna.example/blog' }] },
    });
    expect(out.markContentItemPublished.item.links).toEqual([
      { channelId: null, url: 'https://sosna.example/blog', doubt: null },
    ]);
  });
});

describe('Rubrics and ideas', () => {
  it('are kept by the manager; a name is taken once', async () => {
    const anna = await agency();
    const createRubric = mutation(
      'createRubric',
      'CreateRubricInput',
      '... on CreateRubricSuccess { rubric { id name version } }',
    );
    const archiveRubric = mutation('archiveRubric', 'ArchiveRubricInput', '... on ArchiveRubricSuccess { rubricId }');
    const input = { clientId: anna.client.id, name: 'Ремесло', colour: 3, targetShare: 20 };
    const manager = api.as(anna.manager);

    const { rubric } = (await manager.run(createRubric, { input })).createRubric;
    expect((await manager.run(createRubric, { input })).createRubric.issues).toMatchObject([
      { path: ['name'], code: 'name_taken' },
    ]);
    await manager.run(archiveRubric, { input: { rubricId: rubric.id, expectedVersion: 1 } });
    expect((await manager.run(createRubric, { input })).createRubric.rubric).toMatchObject({
      id: rubric.id,
      version: 3,
    });
    expect((await api.as(anna.designer).run(createRubric, { input })).createRubric).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('an idea is put away by whoever had it or leads the client, and brought back', async () => {
    const anna = await agency();
    const capture = `mutation ($input: CaptureIdeaInput!) { captureIdea(input: $input) { ... on CaptureIdeaSuccess { idea { id viewerCanArchive } } } }`;
    const archive = `mutation ($id: ID!) { archiveIdea(ideaId: $id) { __typename } }`;
    const bringBack = `mutation ($id: ID!) { restoreIdea(ideaId: $id) { __typename ... on RestoreIdeaSuccess { idea { text } } } }`;
    const list = `query ($clientId: ID) { ideas(clientId: $clientId) { nodes { text viewerCanArchive } } }`;
    const ideasFor = async (member: TestMember) =>
      (await api.as(member).run(list, { clientId: anna.client.id })).ideas.nodes;

    const { captureIdea } = await api
      .as(anna.copywriter)
      .run(capture, { input: { text: 'Показать мастерскую', clientId: anna.client.id } });
    expect(captureIdea.idea.viewerCanArchive).toBe(true);
    const id = captureIdea.idea.id;
    expect(await ideasFor(anna.designer)).toEqual([{ text: 'Показать мастерскую', viewerCanArchive: false }]);
    expect((await api.as(anna.designer).run(archive, { id })).archiveIdea.__typename).toBe('NotFound');

    await api.as(anna.manager).run(archive, { id });
    expect(await ideasFor(anna.copywriter)).toEqual([]);
    const ofIt = { input: { ...fieldsOf(anna), ideaId: id } };
    expect((await api.as(anna.manager).run(create, ofIt)).createContentItem.__typename).toBe('NotFound');
    expect((await api.as(anna.designer).run(bringBack, { id })).restoreIdea.__typename).toBe('NotFound');
    expect((await api.as(anna.manager).run(bringBack, { id })).restoreIdea.idea).toEqual({
      text: 'Показать мастерскую',
    });
    expect(await ideasFor(anna.copywriter)).toEqual([{ text: 'Показать мастерскую', viewerCanArchive: true }]);
  });

  it('finds an idea by its words, and goes on page by page', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const capture = `mutation ($input: CaptureIdeaInput!) { captureIdea(input: $input) { __typename } }`;
    for (const text of ['Стол за 100% честную цену', 'Скамья и стол', 'Табурет'])
      await manager.run(capture, { input: { text } });
    const list = `query ($search: String, $after: String) {
      ideas(search: $search, after: $after, first: 1) { nodes { text } pageInfo { hasNextPage endCursor } } }`;
    const first = (await manager.run(list, { search: 'СТОЛ' })).ideas;
    expect(first.nodes).toEqual([{ text: 'Скамья и стол' }]);
    const second = (await manager.run(list, { search: 'СТОЛ', after: first.pageInfo.endCursor })).ideas;
    expect(second).toMatchObject({ nodes: [{ text: 'Стол за 100% честную цену' }], pageInfo: { hasNextPage: false } });
    expect((await manager.run(list, { search: 'стол скам' })).ideas.nodes).toEqual([{ text: 'Скамья и стол' }]);
    expect((await manager.run(list, { search: '0%' })).ideas.nodes).toEqual([{ text: 'Стол за 100% честную цену' }]);
    expect((await manager.run(list, { search: '_' })).ideas.nodes).toEqual([]);
    expect((await api.as((await agency('Сосед')).manager).run(list, {})).ideas.nodes).toEqual([]);
  });

  it('an idea becomes a publication', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const capture = `mutation ($input: CaptureIdeaInput!) { captureIdea(input: $input) { __typename ... on CaptureIdeaSuccess { idea { id authorName } } } }`;
    const { captureIdea } = await api
      .as(anna.copywriter)
      .run(capture, { input: { text: 'Показать мастерскую', clientId: anna.client.id } });
    expect(captureIdea.idea.authorName).toBe('Мария Орлова');

    const list = `query ($clientId: ID) { ideas(clientId: $clientId) { nodes { text } } }`;
    expect((await manager.run(list, { clientId: anna.client.id })).ideas.nodes).toEqual([
      { text: 'Показать мастерскую' },
    ]);
    await manager.run(create, { input: { ...fieldsOf(anna), ideaId: captureIdea.idea.id } });
    expect((await manager.run(list, { clientId: anna.client.id })).ideas.nodes).toEqual([]);
  });
});
