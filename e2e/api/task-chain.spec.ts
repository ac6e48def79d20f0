import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, anItem, aTask, within, type TestAgency } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { createChain } from './tasks.documents';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const preview = /* GraphQL */ `
  query ($id: ID!, $disciplines: [Discipline!]) {
    taskChain(itemId: $id, disciplines: $disciplines) {
      steps {
        discipline
        isWanted
        existingTaskId
        deliverableType
        dueAt
        isTight
        candidates {
          id
          isOfSquad
          fee {
            amount
          }
        }
        similar {
          taskId
          title
        }
      }
    }
  }
`;

const far = new Date(Date.now() + 60 * 86_400_000);
const aRate = (amountMinor: bigint, memberId: string | null, discipline: 'copy' | 'design') =>
  within(mayak.agencyId, (db) =>
    db.rate.create({
      data: {
        agencyId: mayak.agencyId,
        id: crypto.randomUUID(),
        memberId,
        discipline,
        unit: 'deliverable',
        amountMinor,
        currency: 'RUB',
        validFrom: new Date('2026-01-01'),
      },
    }),
  );

describe('The work that a publication takes', () => {
  it('is proposed by its format: who, by when and for how much', async () => {
    const { manager, copywriter, designer } = mayak;
    await aRate(250_000n, null, 'copy');
    await aRate(700_000n, designer.memberId, 'design');
    const earlier = await aTask(mayak, { state: 'done', title: 'Прошлый пост' });
    const item = await anItem(mayak, { publishAt: far });
    const { taskChain } = await api.as(manager).run(preview, { id: item.id });
    const [copy, design, targeting] = taskChain.steps;
    expect(copy).toMatchObject({
      discipline: 'COPY',
      isWanted: true,
      deliverableType: 'post',
      isTight: false,
      similar: { taskId: earlier.id, title: 'Прошлый пост' },
    });
    expect(copy.candidates[0]).toEqual({ id: copywriter.memberId, isOfSquad: true, fee: { amount: '2500.00' } });
    expect(design).toMatchObject({ deliverableType: 'carousel', isWanted: true, similar: null });
    expect(design.candidates[0]).toMatchObject({ id: designer.memberId, fee: { amount: '7000.00' } });
    expect(targeting).toMatchObject({ isWanted: false, deliverableType: null });
    expect(Date.parse(copy.dueAt)).toBeLessThan(Date.parse(design.dueAt));
    expect(Date.parse(design.dueAt)).toBeLessThan(far.getTime());
  });

  it('says what is there already, and counts back anew for what is asked', async () => {
    const item = await anItem(mayak, { publishAt: far });
    const copy = await aTask(mayak, { itemId: item.id });
    const { taskChain } = await api.as(mayak.manager).run(preview, { id: item.id });
    expect(taskChain.steps[0]).toMatchObject({ isWanted: false, existingTaskId: copy.id });
    const asked = await api.as(mayak.manager).run(preview, { id: item.id, disciplines: ['DESIGN', 'TARGETING'] });
    expect(asked.taskChain.steps.map(({ isWanted }: { isWanted: boolean }) => isWanted)).toEqual([false, true, true]);
    expect(Date.parse(asked.taskChain.steps[1].dueAt)).toBeLessThan(Date.parse(taskChain.steps[1].dueAt));
  });

  it('has no time where the publication is tomorrow', async () => {
    const item = await anItem(mayak, { publishAt: new Date(Date.now() + 86_400_000) });
    const { taskChain } = await api.as(mayak.manager).run(preview, { id: item.id });
    expect(taskChain.steps[0].isTight).toBe(true);
  });

  it('is made at once: each draft with its fee, its day, and what it begins after', async () => {
    const { manager, copywriter, designer } = mayak;
    await aRate(250_000n, null, 'copy');
    const item = await anItem(mayak, { publishAt: far });
    const like = await aTask(mayak, { state: 'done' });
    const { createTaskChain } = await api.as(manager).run(createChain, {
      input: {
        itemId: item.id,
        steps: [
          { discipline: 'TARGETING', title: 'Реклама' },
          { discipline: 'DESIGN', title: 'Карусель', deliverableType: 'carousel', assigneeId: designer.memberId },
          {
            discipline: 'COPY',
            title: 'Текст',
            assigneeId: copywriter.memberId,
            dueAt: far.toISOString(),
            likeTaskId: like.id,
          },
        ],
      },
    });
    const [copy, design, targeting] = createTaskChain.tasks;
    expect(copy).toMatchObject({ title: 'Текст', state: 'DRAFT', fee: { amount: '2500.00' }, predecessors: [] });
    expect(copy.details.draft.data.keyMessages).not.toEqual([]);
    expect(design).toMatchObject({
      title: 'Карусель',
      assignee: { id: designer.memberId },
      predecessors: [{ id: copy.id }],
    });
    expect(design.details.draft.data.work).toBe('carousel');
    expect(targeting).toMatchObject({ title: 'Реклама', predecessors: [{ id: design.id }] });
  });

  it('continues what was begun', async () => {
    const item = await anItem(mayak, { publishAt: far });
    const copy = await aTask(mayak, { itemId: item.id });
    const { createTaskChain } = await api
      .as(mayak.manager)
      .run(createChain, { input: { itemId: item.id, steps: [{ discipline: 'DESIGN', title: 'Карусель' }] } });
    expect(createTaskChain.tasks[0].predecessors).toEqual([{ id: copy.id }]);
  });

  it('is made whole or not at all, and names the step', async () => {
    const item = await anItem(mayak, { publishAt: far });
    const foreign = await aTask(await agency('Сосед'), {});
    const refused = await api.as(mayak.manager).run(createChain, {
      input: {
        itemId: item.id,
        steps: [
          { discipline: 'COPY', title: 'Текст' },
          { discipline: 'DESIGN', title: 'Карусель', assigneeId: crypto.randomUUID(), likeTaskId: foreign.id },
        ],
      },
    });
    expect(refused.createTaskChain.issues).toEqual([
      { path: ['steps', '1', 'assigneeId'], code: 'not_an_option' },
      { path: ['steps', '1', 'likeTaskId'], code: 'not_an_option' },
    ]);
    const twice = await api.as(mayak.manager).run(createChain, {
      input: { itemId: item.id, steps: ['А', ' '].map((title) => ({ discipline: 'COPY', title })) },
    });
    expect(twice.createTaskChain.issues).toEqual([
      { path: ['steps', '1', 'title'], code: 'required' },
      { path: ['steps', '1', 'discipline'], code: 'duplicate' },
    ]);
    const none = await api.as(mayak.manager).run(createChain, { input: { itemId: item.id, steps: [] } });
    expect(none.createTaskChain.issues).toEqual([{ path: ['steps'], code: 'required' }]);
    expect(await within(mayak.agencyId, (db) => db.task.count({ where: { agencyId: mayak.agencyId } }))).toBe(0);
  });
});
