import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, aClient, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const view = `id name isShared isOwn authorName clientId viewerCanEdit version
  shown { layout sortedBy isDescending hiddenColumns month ofAllClients channelIds statuses }`;
const failures = `... on InvalidInput { issues { path code } } ... on NotFound { entity } ... on StaleVersion { currentVersion }`;
const create = `mutation ($input: CreatePlanViewInput!) {
  createPlanView(input: $input) { __typename ... on CreatePlanViewSuccess { view { ${view} } } ... on InvalidInput { issues { path code } } } }`;
const update = `mutation ($input: UpdatePlanViewInput!) {
  updatePlanView(input: $input) { __typename ... on UpdatePlanViewSuccess { view { ${view} } } ${failures} } }`;
const remove = `mutation ($id: ID!) { deletePlanView(planViewId: $id) { __typename } }`;
const bringBack = `mutation ($id: ID!) { restorePlanView(planViewId: $id) { __typename ... on RestorePlanViewSuccess { view { name } } } }`;

const saved = async (member: TestMember, input: object) =>
  (await api.as(member).run(create, { input: { name: 'Ждут клиента', shown: {}, ...input } })).createPlanView;
const changed = async (member: TestMember, input: object) =>
  (await api.as(member).run(update, { input })).updatePlanView;
const namesFor = async (member: TestMember): Promise<readonly string[]> =>
  (await api.as(member).run('{ planViews { name } }')).planViews.map(({ name }: { name: string }) => name);

describe('Saved views of the plan', () => {
  it('keep what the page shows, and are their author’s alone until they are shared', async () => {
    const own = await agency();
    const shown = {
      layout: 'TABLE',
      sortedBy: 'TITLE',
      isDescending: true,
      hiddenColumns: ['WORK'],
      month: '2026-12',
      channelIds: [own.channel.id],
      statuses: ['AWAITING_CLIENT'],
    };
    const { view: first } = await saved(own.manager, { clientId: own.client.id, shown });
    expect(first).toMatchObject({ isShared: false, isOwn: true, viewerCanEdit: true, version: 1, shown });
    expect(await namesFor(own.manager)).toEqual(['Ждут клиента']);
    expect(await namesFor(own.owner)).toEqual([]);

    await changed(own.manager, { planViewId: first.id, expectedVersion: 1, isShared: true });
    expect(await namesFor(own.owner)).toEqual(['Ждут клиента']);
    expect(await namesFor(own.copywriter)).toEqual([]);
    expect(await namesFor((await agency('Сосед')).owner)).toEqual([]);
  });

  it('are changed by their author and the owner, one after the other', async () => {
    const own = await agency();
    const colleague = await own.join('Вера Лис', 'manager', []);
    const { view: first } = await saved(own.manager, { clientId: own.client.id, isShared: true });
    const wish = { planViewId: first.id, expectedVersion: 1 };
    expect(await changed(colleague, { ...wish, name: 'Мой' })).toMatchObject({ __typename: 'NotFound' });
    expect((await changed(own.owner, { ...wish, name: 'На согласовании' })).view).toMatchObject({
      name: 'На согласовании',
      isOwn: false,
      version: 2,
    });
    expect(await changed(own.manager, { ...wish, shown: {} })).toMatchObject({ currentVersion: 2 });
    const shown = { layout: 'WEEK' };
    expect((await changed(own.manager, { ...wish, expectedVersion: 2, shown })).view).toMatchObject({
      name: 'На согласовании',
      clientId: own.client.id,
      shown,
    });
  });

  it('are not told to whoever does not serve a client that they name', async () => {
    const own = await agency();
    const other = await otherSquad(own);
    const { view: wide } = await saved(own.owner, {
      name: 'Два клиента',
      isShared: true,
      shown: { ofAllClients: true, clientIds: [own.client.id, other.clientId] },
    });
    await saved(own.owner, { name: 'Для любого', isShared: true });
    expect(await namesFor(own.manager)).toEqual(['Для любого']);
    expect(await namesFor(other.manager)).toEqual(['Для любого']);
    expect((await api.as(own.manager).run(remove, { id: wide.id })).deletePlanView.__typename).toBe('NotFound');
  });

  it('are deleted and brought back', async () => {
    const own = await agency();
    const { view: first } = await saved(own.copywriter, { clientId: own.client.id });
    expect((await api.as(own.owner).run(remove, { id: first.id })).deletePlanView.__typename).toBe('NotFound');
    expect((await api.as(own.copywriter).run(bringBack, { id: first.id })).restorePlanView.__typename).toBe('NotFound');
    await api.as(own.copywriter).run(remove, { id: first.id });
    expect(await namesFor(own.copywriter)).toEqual([]);
    expect((await api.as(own.copywriter).run(bringBack, { id: first.id })).restorePlanView).toMatchObject({
      view: { name: 'Ждут клиента' },
    });
  });

  it.each<[string, (own: TestAgency) => object, string, string]>([
    ['a name twice', () => ({ name: 'Занято' }), 'name', 'view_name_taken'],
    [
      'channels without a client',
      ({ channel }) => ({ shown: { channelIds: [channel.id] } }),
      'clientId',
      'view_needs_client',
    ],
    [
      'another client’s rubric',
      ({ client, channel }) => ({ clientId: client.id, shown: { rubricIds: [channel.id] } }),
      'shown.rubricIds.0',
      'unknown_rubric',
    ],
  ])('are refused with %s', async (_, inputOf, path, code) => {
    const own = await agency();
    await saved(own.manager, { name: 'Занято' });
    const { issues } = await saved(own.manager, inputOf(own));
    expect(issues.map((one: { path: string[]; code: string }) => [one.path.join('.'), one.code])).toEqual([
      [path, code],
    ]);
  });

  it('are shared by managers and owners alone', async () => {
    const own = await agency();
    expect(await saved(own.copywriter, { isShared: true })).toMatchObject({
      issues: [{ path: ['isShared'], code: 'may_not_share' }],
    });
    expect(await saved(own.copywriter, {})).toMatchObject({ view: { isShared: false } });
  });
});

const taskView = `id name isShared isOwn clientId clientName viewerCanEdit version
  shown { layout orderedBy search campaignId assigneeId discipline isMine isOverdue states withClosed zoom groupedBy asList }`;
const createOfTasks = `mutation ($input: CreateTaskViewInput!) {
  createTaskView(input: $input) { __typename ... on CreateTaskViewSuccess { view { ${taskView} } } ... on InvalidInput { issues { path code } } ... on NotFound { entity } } }`;
const updateOfTasks = `mutation ($input: UpdateTaskViewInput!) {
  updateTaskView(input: $input) { __typename ... on UpdateTaskViewSuccess { view { ${taskView} } } ${failures} } }`;

const savedOfTasks = async (member: TestMember, input: object) =>
  (await api.as(member).run(createOfTasks, { input: { name: 'Просрочено', shown: {}, ...input } })).createTaskView;
const taskNamesFor = async (member: TestMember): Promise<readonly string[]> =>
  (await api.as(member).run('{ taskViews { name } }')).taskViews.map(({ name }: { name: string }) => name);

describe('Saved views of tasks', () => {
  it('keep the filters of the page, apart from the plan’s, and follow the same rules', async () => {
    const own = await agency();
    await saved(own.manager, { name: 'Просрочено' });
    const shown = {
      layout: 'TIMELINE',
      orderedBy: 'FEE',
      search: 'пост',
      assigneeId: own.copywriter.memberId,
      discipline: 'COPY',
      isMine: true,
      isOverdue: true,
      states: ['ISSUED', 'IN_REVIEW'],
      withClosed: true,
      zoom: 'QUARTER',
      groupedBy: 'CLIENT',
      asList: true,
    };
    const { view: first } = await savedOfTasks(own.manager, { clientId: own.client.id, shown });
    expect(first).toMatchObject({ isOwn: true, clientId: own.client.id, version: 1, shown });
    expect([await namesFor(own.manager), await taskNamesFor(own.manager)]).toEqual([['Просрочено'], ['Просрочено']]);
    expect(await taskNamesFor(own.owner)).toEqual([]);

    const wish = { taskViewId: first.id, expectedVersion: 1, isShared: true, clientId: null, shown: {} };
    const { view: wide } = (await api.as(own.manager).run(updateOfTasks, { input: wish })).updateTaskView;
    expect(wide).toMatchObject({ clientId: null, isShared: true, shown: { layout: 'BOARD', orderedBy: null } });
    expect((await api.as(own.manager).run(updateOfTasks, { input: wish })).updateTaskView).toMatchObject({
      currentVersion: 2,
    });
    expect([await taskNamesFor(own.owner), await taskNamesFor(own.copywriter)]).toEqual([['Просрочено'], []]);
    // One page's view is not the other's.
    expect((await api.as(own.manager).run(remove, { id: first.id })).deletePlanView.__typename).toBe('NotFound');
  });

  it('are a specialist’s own, of clients whom they work for though another squad serves them', async () => {
    const own = await agency();
    const other = await otherSquad(own);
    expect(await savedOfTasks(own.copywriter, { clientId: other.clientId })).toMatchObject({ entity: 'Client' });
    await within(own.agencyId, (db) =>
      db.task.create({
        data: {
          agencyId: own.agencyId,
          id: newId(),
          clientId: other.clientId,
          discipline: 'copy',
          title: 'Пост для соседей',
          currency: 'RUB',
          assigneeId: own.copywriter.memberId,
          managerId: other.manager.memberId,
          stateSince: new Date(),
        },
      }),
    );
    expect(await savedOfTasks(own.copywriter, { clientId: other.clientId })).toMatchObject({ view: { isOwn: true } });
    expect(await taskNamesFor(own.copywriter)).toEqual(['Просрочено']);
    expect(await savedOfTasks(own.copywriter, { name: 'Всем', isShared: true })).toMatchObject({
      issues: [{ path: ['isShared'], code: 'may_not_share' }],
    });
  });

  it.each<[string, (own: TestAgency) => object, string, string]>([
    ['a person who is not here', () => ({ assigneeId: newId() }), 'shown.assigneeId', 'unknown_member'],
    ['a campaign that is not there', () => ({ campaignId: newId() }), 'shown.campaignId', 'unknown_campaign'],
  ])('are refused with %s', async (_, shownOf, path, code) => {
    const own = await agency();
    const { issues } = await savedOfTasks(own.manager, { shown: shownOf(own) });
    expect(issues.map((one: { path: string[]; code: string }) => [one.path.join('.'), one.code])).toEqual([
      [path, code],
    ]);
  });
});

/** A client of another squad, and the manager who leads it. */
async function otherSquad({ agencyId, join }: TestAgency) {
  const squadId = newId();
  await within(agencyId, (db) => db.squad.create({ data: { agencyId, id: squadId, name: 'Вторая команда' } }));
  const { client } = await aClient({ agencyId, squadId }, 'Ладога');
  return { clientId: client.id, manager: await join('Борис Левин', 'manager', [], [squadId]) };
}
