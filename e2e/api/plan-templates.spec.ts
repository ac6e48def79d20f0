import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import {
  agency,
  anItem,
  aTask,
  monthAfterPlan,
  planMonth,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const answer = /* GraphQL */ `
  __typename
  ... on PlanTemplateSuccess { template { id kind name isForClient itemCount taskCount version } }
  ... on InvalidInput { issues { path code } }
`;
const create = `mutation ($input: CreatePlanTemplateInput!) { createPlanTemplate(input: $input) { ${answer} } }`;
const rename = `mutation ($input: RenamePlanTemplateInput!) { renamePlanTemplate(input: $input) { ${answer} } }`;
const archive = `mutation ($input: ArchivePlanTemplateInput!) { archivePlanTemplate(input: $input) { ${answer} } }`;
const list = `query ($clientId: ID!) { planTemplates(clientId: $clientId) { id name } }`;
const fit = /* GraphQL */ `
  query ($templateId: ID!, $clientId: ID!, $month: Month!, $on: Date) {
    planTemplateFit(templateId: $templateId, clientId: $clientId, month: $month, on: $on) {
      lacks
      items {
        itemId
        title
        publishOn
        publishTime
        rubricColour
        tasks {
          discipline
          dueOn
        }
      }
    }
  }
`;
const apply = /* GraphQL */ `
  mutation ($input: ApplyPlanTemplateInput!) {
    applyPlanTemplate(input: $input) {
      __typename
      ... on ApplyPlanTemplateSuccess {
        itemIds
        taskCount
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;
const undo = /* GraphQL */ `
  mutation ($input: UndoRollOverInput!) {
    undoRollOver(input: $input) {
      __typename
      ... on IllegalTransition {
        reason
      }
    }
  }
`;

const month = planMonth();
const later = monthAfterPlan();
const keep = async (input: object, as: TestMember = mayak.manager) =>
  (await api.as(as).run(create, { input: { clientId: mayak.client.id, name: 'Отзыв недели', ...input } }))
    .createPlanTemplate;
const namesFor = async (clientId: string, as: TestMember = mayak.manager): Promise<string[]> =>
  (await api.as(as).run(list, { clientId })).planTemplates.map(({ name }: { name: string }) => name);
const fitOf = async (templateId: string, clientId = mayak.client.id, more: object = {}) =>
  (await api.as(mayak.manager).run(fit, { templateId, clientId, month: later, ...more })).planTemplateFit;
const use = async (input: object) =>
  (await api.as(mayak.manager).run(apply, { input: { clientId: mayak.client.id, ...input } })).applyPlanTemplate;

/** Another client of the same squad, with a rubric of the same name and no channel. */
async function secondClient(): Promise<string> {
  const { agencyId, client, rubric } = mayak;
  const id = newId();
  await within(agencyId, async (db) => {
    const { squadId } = await db.client.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: client.id } } });
    await db.client.create({ data: { agencyId, id, name: 'Утро', squadId } });
    const { name } = await db.rubric.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: rubric.id } } });
    await db.rubric.create({ data: { agencyId, id: newId(), clientId: id, name, colour: 4 } });
  });
  return id;
}

describe('A publication kept as a template', () => {
  it('comes to stand on a day with its words, its work as drafts and its briefs, without persons and fees', async () => {
    const item = await anItem(mayak, { idea: 'Стучим по столешнице' });
    const dueAt = new Date(`${month}-10T15:00:00Z`);
    const task = await aTask(mayak, { itemId: item.id, state: 'done', dueAt });
    await within(mayak.agencyId, (db) => db.task.updateMany({ where: { id: task.id }, data: { feeMinor: 999_00n } }));
    const { template } = await keep({ itemId: item.id });
    expect(template).toMatchObject({ kind: 'ITEM', isForClient: true, itemCount: 1, taskCount: 1 });

    const kept = await within(mayak.agencyId, (db) => db.planTemplate.findFirstOrThrow({ where: { id: template.id } }));
    expect(JSON.stringify(kept.data)).not.toMatch(/assignee|fee|999/);

    const { items, lacks } = await fitOf(template.id, mayak.client.id, { on: `${later}-16` });
    expect(lacks).toEqual([]);
    expect(items).toMatchObject([{ publishOn: `${later}-16`, publishTime: '12:00', tasks: [{ discipline: 'COPY' }] }]);
    expect(items[0].tasks[0].dueOn < items[0].publishOn).toBe(true);

    const made = await use({ templateId: template.id, items: [{ key: items[0].itemId, publishOn: `${later}-16` }] });
    expect(made).toMatchObject({ __typename: 'ApplyPlanTemplateSuccess', taskCount: 1 });
    const [id] = made.itemIds;
    await within(mayak.agencyId, async (db) => {
      const again = await db.contentItem.findFirstOrThrow({
        where: { id },
        include: { tasks: { include: { briefs: true } }, channels: true },
      });
      expect(again).toMatchObject({ idea: 'Стучим по столешнице', status: 'planned', templateId: template.id });
      expect(again.channels).toHaveLength(1);
      const original = await db.briefVersion.findFirstOrThrow({ where: { taskId: task.id, number: 0 } });
      expect(again.tasks).toMatchObject([{ state: 'draft', assigneeId: null, briefs: [{ data: original.data }] }]);
      expect(again.tasks[0]?.feeMinor).not.toBe(999_00n);
    });

    expect((await api.as(mayak.manager).run(undo, { input: { itemIds: made.itemIds } })).undoRollOver.__typename).toBe(
      'UndoRollOverSuccess',
    );
    const left = await within(mayak.agencyId, (db) => db.task.count({ where: { itemId: id } }));
    expect(left).toBe(0);
  });

  it('is used without its work where that is wanted', async () => {
    const item = await anItem(mayak);
    await aTask(mayak, { itemId: item.id });
    const { template } = await keep({ itemId: item.id });
    const made = await use({
      templateId: template.id,
      withTasks: false,
      items: [{ key: item.id, publishOn: `${later}-16` }],
    });
    expect(made).toMatchObject({ taskCount: 0 });
  });
});

describe('A month kept as a template', () => {
  it('stands on the same weekdays of any later month', async () => {
    for (const day of ['08', '15'])
      await anItem(mayak, { publishAt: new Date(`${month}-${day}T09:00:00Z`), title: `Пост ${day}` });
    const { template } = await keep({ month, name: 'Обычный месяц' });
    expect(template).toMatchObject({ kind: 'MONTH', itemCount: 2 });
    const { items } = await fitOf(template.id);
    expect(items.map(({ publishOn }: { publishOn: string }) => publishOn.slice(0, 7))).toEqual([later, later]);
    const made = await use({
      templateId: template.id,
      items: items.map(({ itemId, publishOn }: { itemId: string; publishOn: string }) => ({ key: itemId, publishOn })),
    });
    expect(made.itemIds).toHaveLength(2);
  });

  it('is not made of nothing', async () => {
    expect(await keep({ month: '2031-01' })).toMatchObject({ issues: [{ path: ['month'], code: 'nothing_to_keep' }] });
    expect(await keep({})).toMatchObject({ issues: [{ path: ['itemId'], code: 'required' }] });
    expect(await keep({ month, name: ' ' })).toMatchObject({ issues: [{ path: ['name'], code: 'required' }] });
  });
});

describe('Whose a template is', () => {
  it('is one client’s, or of all; on another it says what is not there', async () => {
    const item = await anItem(mayak);
    const own = await keep({ itemId: item.id, name: 'Своя' });
    const shared = await keep({ itemId: item.id, name: 'Общая', isForClient: false });
    const other = await secondClient();
    expect(await namesFor(mayak.client.id)).toEqual(['Общая', 'Своя']);
    expect(await namesFor(other)).toEqual(['Общая']);
    expect(await namesFor(mayak.client.id, mayak.copywriter)).toEqual([]);
    expect(await fitOf(own.template.id, other)).toBeNull();
    const { lacks, items } = await fitOf(shared.template.id, other);
    expect(lacks).toEqual(['vk']);
    expect(items[0].rubricColour).toBe(4);
    const refused = await use({
      clientId: other,
      templateId: own.template.id,
      items: [{ key: item.id, publishOn: `${later}-16` }],
    });
    expect(refused.__typename).toBe('NotFound');
  });

  it('is renamed by whoever saw the last version, put away and brought back', async () => {
    const { template } = await keep({ itemId: (await anItem(mayak)).id });
    const call = async (expectedVersion: number, name: string) =>
      (await api.as(mayak.manager).run(rename, { input: { templateId: template.id, expectedVersion, name } }))
        .renamePlanTemplate;
    expect(await call(1, 'Отзыв')).toMatchObject({ template: { name: 'Отзыв', version: 2 } });
    expect((await call(1, 'Позже')).__typename).toBe('StaleVersion');
    const put = (isArchived: boolean) =>
      api.as(mayak.manager).run(archive, { input: { templateId: template.id, isArchived } });
    await put(true);
    expect(await namesFor(mayak.client.id)).toEqual([]);
    expect(await fitOf(template.id)).toBeNull();
    await put(false);
    expect(await namesFor(mayak.client.id)).toEqual(['Отзыв']);
  });

  it('is refused at the publication that it does not have', async () => {
    const item = await anItem(mayak);
    const { template } = await keep({ itemId: item.id });
    const twice = [1, 2].map(() => ({ key: item.id, publishOn: `${later}-16` }));
    expect(await use({ templateId: template.id, items: [{ key: 'other', publishOn: `${later}-16` }] })).toMatchObject({
      issues: [{ path: ['items', '0', 'key'], code: 'unknown_item' }],
    });
    expect(await use({ templateId: template.id, items: twice })).toMatchObject({
      issues: [{ path: ['items', '1', 'key'], code: 'duplicate' }],
    });
  });
});
