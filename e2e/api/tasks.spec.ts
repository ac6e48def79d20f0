import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import {
  aBudgetLine,
  agency,
  anItem,
  aTask,
  readyBrief,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { actions, ask, board, create, page, saveDraft, screen } from './tasks.documents';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

type Action = keyof typeof actions;

/** Takes the action as that person; answers the union's member. */
async function act(as: TestMember, action: Action, taskId: string, more: object = {}) {
  const { task } = await api.as(as).run('query ($id: ID!) { task(id: $id) { version } }', { id: taskId });
  const input = { taskId, expectedVersion: task?.version ?? 1, ...more };
  return (await api.as(as).run(actions[action], { input }))[action];
}

const stateOf = async (taskId: string): Promise<string> =>
  (await api.as(mayak.owner).run('query ($id: ID!) { task(id: $id) { state } }', { id: taskId })).task.state;

const text = (words: string) => ({
  kind: 'copy',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
});

describe('A task from brief to done', () => {
  it('goes through the hands of manager and copywriter, and its fee through the book', async () => {
    const { manager, copywriter } = mayak;
    const line = await aBudgetLine(mayak, { planned: 10_000 });
    const item = await anItem(mayak, { campaignId: mayak.campaign.id });
    await within(mayak.agencyId, (db) =>
      db.rate.create({
        data: {
          agencyId: mayak.agencyId,
          id: crypto.randomUUID(),
          memberId: copywriter.memberId,
          discipline: 'copy',
          deliverableType: 'post',
          unit: 'deliverable',
          amountMinor: 250_000n,
          currency: 'RUB',
          validFrom: new Date('2026-01-01'),
        },
      }),
    );
    const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const input = {
      itemId: item.id,
      discipline: 'COPY',
      deliverableType: 'post',
      title: 'Пост про стол',
      assigneeId: copywriter.memberId,
      dueAt,
      wantsClientApproval: false,
    };
    const { createTask } = await api.as(manager).run(create, { input });
    expect(createTask.task).toMatchObject({ state: 'DRAFT', fee: { amount: '2500.00', currency: 'RUB' } });
    const { id } = createTask.task;

    const early = await act(manager, 'issueTask', id);
    expect(early.__typename).toBe('BriefNotReady');
    expect(early.findings).toContainEqual({ field: 'goal', code: 'field_missing', blocks: true });

    const saved = await api
      .as(manager)
      .run(saveDraft, { input: { taskId: id, expectedVersion: 1, data: readyBrief(), estimatedMinutes: 120 } });
    expect(saved.saveBriefDraft.task.details.draft).toMatchObject({ version: 2, suggestedFee: { amount: '2500.00' } });
    expect(
      saved.saveBriefDraft.task.details.draft.findings.filter(({ blocks }: { blocks: boolean }) => blocks),
    ).toEqual([]);

    expect((await act(manager, 'issueTask', id)).task.state).toBe('ISSUED');
    const accepted = await act(copywriter, 'acceptTask', id);
    expect(accepted.task).toMatchObject({ state: 'IN_PROGRESS', committed: { amount: '2500.00' } });
    expect(accepted.task.availableActions[0]).toMatchObject({ action: 'SUBMIT', isPrimary: true });

    const submitted = await act(copywriter, 'submitTask', id, {
      content: text('Стол раздвигается за минуту.'),
      note: 'Короче не вышло',
    });
    expect(submitted.task).toMatchObject({ state: 'IN_REVIEW', deliverableNumber: 1 });

    expect((await act(manager, 'requestTaskChanges', id, { reason: '' })).issues).toEqual([
      { path: ['reason'], code: 'required' },
    ]);
    expect((await act(manager, 'requestTaskChanges', id, { reason: 'Без «раздвижной»' })).task.state).toBe(
      'IN_PROGRESS',
    );
    await act(copywriter, 'submitTask', id, { content: text('Стол, за которым поместятся все.') });
    expect((await act(manager, 'approveTask', id)).task).toMatchObject({ state: 'DONE' });

    const after = await within(mayak.agencyId, (db) =>
      db.budgetLine.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id: line.id } }),
    );
    expect(after).toMatchObject({ availableMinor: 750_000n, committedMinor: 0n, payableMinor: 250_000n });
    const { task } = await api.as(copywriter).run(page, { id });
    expect(task.item.id).toBe(item.id);
    expect(task.details.deliverables.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(task.details.activity.map(({ action }: { action: string }) => action)).toEqual([
      'issue',
      'accept',
      'submit',
      'request_changes',
      'submit',
      'approve',
    ]);
    expect(task.details.draft).toBeNull();
    const published = await within(mayak.agencyId, (db) =>
      db.contentItem.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id: item.id } }),
    );
    expect(published.status).toBe('ready');
  });

  it('comes back to its author with a reason when it is declined', async () => {
    const task = await aTask(mayak, { state: 'issued' });
    expect((await act(mayak.copywriter, 'declineTask', task.id, { reason: ' ' })).issues).toEqual([
      { path: ['reason'], code: 'required' },
    ]);
    const declined = await act(mayak.copywriter, 'declineTask', task.id, { reason: 'Болею до пятницы' });
    expect(declined.task).toMatchObject({ state: 'DRAFT', declineReason: 'Болею до пятницы' });
  });

  it('frees the fee of cancelled work, but for the part that stays payable', async () => {
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    await within(mayak.agencyId, (db) =>
      db.agency.update({ where: { id: mayak.agencyId }, data: { killFeePercent: 30 } }),
    );
    const task = await aTask(mayak, { fee: 2_000 });
    await act(mayak.manager, 'issueTask', task.id);
    await act(mayak.copywriter, 'acceptTask', task.id);
    expect((await act(mayak.manager, 'cancelTask', task.id, { reason: 'Акцию отменили' })).task.state).toBe(
      'CANCELLED',
    );
    const after = await within(mayak.agencyId, (db) =>
      db.budgetLine.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id: line.id } }),
    );
    expect(after).toMatchObject({ availableMinor: 440_000n, committedMinor: 0n, payableMinor: 60_000n });
  });

  it('settles a revised fee when it is accepted again, and gives it back when reopened', async () => {
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    const lineNow = () =>
      within(mayak.agencyId, (db) =>
        db.budgetLine.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id: line.id } }),
      );
    const task = await aTask(mayak, { fee: 2_000 });
    await act(mayak.manager, 'issueTask', task.id);
    await act(mayak.copywriter, 'acceptTask', task.id);
    const fee = { amount: '3200.50', currency: 'RUB' };
    await api.as(mayak.manager).run(saveDraft, { input: { taskId: task.id, expectedVersion: 1, fee } });
    expect((await act(mayak.manager, 'reviseTask', task.id)).task).toMatchObject({
      state: 'ISSUED',
      briefNumber: 2,
      fee: { amount: '2000.00', currency: 'RUB' },
    });
    expect(await lineNow()).toMatchObject({ committedMinor: 200_000n });
    expect((await act(mayak.copywriter, 'acceptTask', task.id)).task).toMatchObject({ fee });
    expect(await lineNow()).toMatchObject({ availableMinor: 179_950n, committedMinor: 320_050n });

    await act(mayak.copywriter, 'submitTask', task.id, { content: text('Готово') });
    await act(mayak.manager, 'approveTask', task.id);
    expect(await lineNow()).toMatchObject({ committedMinor: 0n, payableMinor: 320_050n });
    const reopened = await act(mayak.manager, 'reopenTask', task.id, { reason: 'Цена изменилась' });
    expect(reopened.task).toMatchObject({ state: 'IN_PROGRESS', committed: { amount: '3200.50' } });
    expect(await lineNow()).toMatchObject({ committedMinor: 320_050n, payableMinor: 0n });
  });
});

describe('What a task refuses', () => {
  it('work that a hard line cannot pay, with the figures, and tells who decides on money', async () => {
    await aBudgetLine(mayak, { planned: 4_500 });
    const task = await aTask(mayak, { fee: 7_500 });
    await act(mayak.manager, 'issueTask', task.id);
    expect(await act(mayak.copywriter, 'acceptTask', task.id)).toEqual({
      __typename: 'BudgetExceeded',
      category: 'COPY',
      available: { amount: '4500.00', currency: 'RUB' },
      needed: { amount: '7500.00', currency: 'RUB' },
      missing: { amount: '3000.00', currency: 'RUB' },
    });
    expect(await stateOf(task.id)).toBe('ISSUED');
    const told = await within(mayak.agencyId, (db) =>
      db.outboxEvent.count({ where: { agencyId: mayak.agencyId, type: 'budget.refused' } }),
    );
    expect(told).toBe(1);
  });

  it('a fee that no line is planned for: said in words, and promised as soon as there is one', async () => {
    const task = await aTask(mayak, { state: 'issued', fee: 1_500 });
    expect(await act(mayak.copywriter, 'acceptTask', task.id)).toMatchObject({
      __typename: 'IllegalTransition',
      reason: 'no_budget_line',
    });
    const line = await aBudgetLine(mayak, { planned: 2_000 });
    expect((await act(mayak.copywriter, 'acceptTask', task.id)).task).toMatchObject({
      state: 'IN_PROGRESS',
      committed: { amount: '1500.00' },
    });
    expect((await api.as(mayak.manager).run(page, { id: task.id })).task.budgetLine).toEqual({
      id: line.id,
      available: { amount: '500.00' },
    });
  });

  it('a task for nothing: every empty field is named at once', async () => {
    const { createTask } = await api.as(mayak.manager).run(create, { input: { discipline: 'COPY', title: ' ' } });
    expect(createTask.issues).toEqual([
      { path: ['title'], code: 'required' },
      { path: ['campaignId'], code: 'required' },
    ]);
  });

  it('the second of two acceptances for the last of a line', async () => {
    await aBudgetLine(mayak, { planned: 5_000 });
    const two = [await aTask(mayak, { fee: 3_000 }), await aTask(mayak, { fee: 3_000 })];
    for (const { id } of two) await act(mayak.manager, 'issueTask', id);
    const answers = await Promise.all(two.map(({ id }) => act(mayak.copywriter, 'acceptTask', id)));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['BudgetExceeded', 'TaskSuccess']);
  });

  it('the second of two tabs', async () => {
    await aBudgetLine(mayak, { planned: 5_000 });
    const task = await aTask(mayak, { fee: 2_000 });
    await act(mayak.manager, 'issueTask', task.id);
    const answers = await Promise.all([1, 2].map(() => act(mayak.copywriter, 'acceptTask', task.id)));
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(['IllegalTransition', 'StaleVersion']).toContain(names[0]);
    expect(names[1]).toBe('TaskSuccess');
  });

  it('a version that is no longer the present one', async () => {
    const task = await aTask(mayak, { state: 'issued' });
    const { acceptTask } = await api
      .as(mayak.copywriter)
      .run(actions.acceptTask, { input: { taskId: task.id, expectedVersion: 7 } });
    expect(acceptTask).toEqual({ __typename: 'StaleVersion', currentVersion: 1 });
  });

  it('an action that its state does not know', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    expect(await act(mayak.copywriter, 'acceptTask', task.id)).toMatchObject({
      __typename: 'IllegalTransition',
      state: 'in_progress',
      action: 'accept',
    });
  });

  it('acceptance before the work it waits for is done', async () => {
    const copy = await aTask(mayak, { state: 'in_progress' });
    const design = await aTask(mayak, { discipline: 'design', state: 'issued', after: [copy.id] });
    expect(await act(mayak.designer, 'acceptTask', design.id)).toMatchObject({
      __typename: 'IllegalTransition',
      reason: 'predecessor_not_done',
    });
  });

  it('a review of one’s own work: the owner reviews what the manager did', async () => {
    const task = await aTask(mayak, { assignee: mayak.manager, state: 'in_progress' });
    await act(mayak.manager, 'submitTask', task.id, { content: text('Сама написала') });
    expect((await act(mayak.manager, 'approveTask', task.id)).__typename).toBe('NotFound');
    expect((await act(mayak.owner, 'approveTask', task.id)).task.state).toBe('DONE');
  });

  it('an end without the client where their word is wanted', async () => {
    const task = await aTask(mayak, { state: 'in_progress', wantsClientApproval: true });
    await act(mayak.copywriter, 'submitTask', task.id, { content: text('Готово') });
    expect(await act(mayak.manager, 'approveTask', task.id)).toMatchObject({
      __typename: 'IllegalTransition',
      reason: 'client_approval_wanted',
    });
  });

  it.each([
    [{ kind: 'copy', text: { type: 'doc', content: [] } }, ['content', 'text'], 'required'],
    [{ kind: 'design', fileIds: [crypto.randomUUID()] }, ['content', 'kind'], 'other_discipline'],
    [
      { kind: 'copy', text: { type: 'doc', content: [{ type: 'script' }] } },
      ['content', 'text'],
      'rich_text_unknown_node',
    ],
  ])('a submission that is none: %j', async (content, path, code) => {
    const task = await aTask(mayak, { state: 'in_progress' });
    expect((await act(mayak.copywriter, 'submitTask', task.id, { content })).issues).toEqual([{ path, code }]);
  });

  it('files that are not there', async () => {
    const task = await aTask(mayak, { state: 'in_progress', discipline: 'design' });
    const content = { kind: 'design', fileIds: ['0198c0de-0000-7000-8000-000000000000'] };
    expect((await act(mayak.designer, 'submitTask', task.id, { content })).issues).toEqual([
      { path: ['content', 'fileIds', '0'], code: 'file_not_ready' },
    ]);
  });
});

describe('Who sees and does what', () => {
  it.each<[string, Action, 'manager' | 'copywriter' | 'designer', object]>([
    ['draft', 'issueTask', 'copywriter', {}],
    ['issued', 'acceptTask', 'manager', {}],
    ['issued', 'acceptTask', 'designer', {}],
    ['issued', 'reviseTask', 'copywriter', {}],
    ['in_progress', 'submitTask', 'manager', { content: text('Чужое') }],
    ['in_review', 'approveTask', 'copywriter', {}],
    ['in_review', 'requestTaskChanges', 'copywriter', { reason: 'Сам себя' }],
    ['in_progress', 'cancelTask', 'copywriter', { reason: 'Надоело' }],
    ['done', 'reopenTask', 'copywriter', { reason: 'Ещё раз' }],
  ])('%s: %s by the %s is as if there were no task', async (state, action, who, more) => {
    const task = await aTask(mayak, { state: state as never });
    expect(await act(mayak[who], action, task.id, more)).toEqual({ __typename: 'NotFound', entity: 'Task' });
    expect(await stateOf(task.id)).toBe(state.toUpperCase());
  });

  it('a manager of another squad knows nothing of it', async () => {
    const stranger = await mayak.join('Олег Чужой', 'manager', [], []);
    const task = await aTask(mayak, { state: 'issued' });
    expect((await api.as(stranger).run(page, { id: task.id })).task).toBeNull();
    expect((await act(stranger, 'reviseTask', task.id)).__typename).toBe('NotFound');
  });

  it('specialists find their own issued work on the board, and no figures of the budget', async () => {
    await aBudgetLine(mayak, { planned: 5_000 });
    const issued = await aTask(mayak, { state: 'issued', fee: 1_000 });
    await aTask(mayak, { state: 'draft' });
    await aTask(mayak, { state: 'issued', discipline: 'design' });
    const { taskBoard } = await api.as(mayak.copywriter).run(board);
    const found = taskBoard.flatMap(({ nodes }: { nodes: { id: string; budgetLine: unknown }[] }) => nodes);
    expect(found.map(({ id }: { id: string }) => id)).toEqual([issued.id]);
    expect(found[0].budgetLine).toBeNull();
    const seen = (await api.as(mayak.manager).run(board)).taskBoard;
    expect(seen.find(({ state }: { state: string }) => state === 'ISSUED')).toMatchObject({ count: 2 });
  });
});

describe('Beside the workflow', () => {
  it('a question blocks until it is answered', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    const asked = await api
      .as(mayak.copywriter)
      .run(ask.question, { input: { taskId: task.id, question: 'Цену пишем?' } });
    expect(asked.askTaskQuestion.task).toMatchObject({ isBlocked: true, openQuestions: 1 });
    const [question] = asked.askTaskQuestion.task.details.questions;
    const mine = await api
      .as(mayak.copywriter)
      .run(ask.answer, { input: { taskId: task.id, questionId: question.id, answer: 'Да' } });
    expect(mine.answerTaskQuestion.__typename).toBe('NotFound');
    const answered = await api
      .as(mayak.manager)
      .run(ask.answer, { input: { taskId: task.id, questionId: question.id, answer: 'Только на четвёртом слайде' } });
    expect(answered.answerTaskQuestion.task).toMatchObject({ isBlocked: false });
    expect(answered.answerTaskQuestion.task.details.questions[0]).toMatchObject({
      answer: 'Только на четвёртом слайде',
      answeredBy: 'Анна Белова',
    });
  });

  it('criteria are ticked by the reviewer, and keep their ticks when the brief is revised', async () => {
    const task = await aTask(mayak);
    await act(mayak.manager, 'issueTask', task.id);
    const { task: before } = await api.as(mayak.manager).run(page, { id: task.id });
    const [first] = before.details.criteria;
    const input = { taskId: task.id, criterionId: first.id, isMet: true };
    expect((await api.as(mayak.copywriter).run(ask.tick, { input })).tickCriterion.__typename).toBe('NotFound');
    expect((await api.as(mayak.manager).run(ask.tick, { input })).tickCriterion.task).toMatchObject({
      criteriaMet: 1,
      criteriaCount: 2,
    });
    const brief = { ...readyBrief(), criteria: ['Не длиннее 900 знаков', 'Есть цена'] };
    await api.as(mayak.manager).run(saveDraft, { input: { taskId: task.id, expectedVersion: 1, data: brief } });
    await act(mayak.manager, 'reviseTask', task.id);
    const { task: after } = await api.as(mayak.manager).run(page, { id: task.id });
    expect(
      after.details.criteria.map(({ text: words, isMet }: { text: string; isMet: boolean }) => [words, isMet]),
    ).toEqual([
      ['Не длиннее 900 знаков', true],
      ['Есть цена', false],
    ]);
  });

  it('of two who write one brief, the second is told and nothing is lost', async () => {
    const task = await aTask(mayak);
    const save = (as: TestMember, goal: string) =>
      api.as(as).run(saveDraft, { input: { taskId: task.id, expectedVersion: 1, data: { ...readyBrief(), goal } } });
    expect((await save(mayak.manager, 'Моя цель')).saveBriefDraft.__typename).toBe('TaskSuccess');
    expect((await save(mayak.owner, 'Другая цель')).saveBriefDraft).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });
    const { task: now } = await api.as(mayak.owner).run(page, { id: task.id });
    expect(now.details.draft.data.goal).toBe('Моя цель');
  });

  it.each([
    [{ data: { ...readyBrief(), goal: 'я'.repeat(20_001) } }, ['data', 'goal'], 'too_long'],
    [
      { data: { ...readyBrief(), callToAction: { text: '', link: 'javascript:alert(1)' } } },
      ['data', 'callToAction', 'link'],
      'not_a_url',
    ],
    [{ data: readyBrief('design') }, ['data', 'discipline'], 'not_an_option'],
    [{ fee: { amount: '-5', currency: 'RUB' } }, ['fee'], 'negative'],
    [{ fee: { amount: '5.001', currency: 'RUB' } }, ['fee'], 'too_precise'],
    [{ fee: { amount: '99999999999999999999', currency: 'RUB' } }, ['fee'], 'too_large'],
    [{ fee: { amount: '5', currency: 'USD' } }, ['fee'], 'other_currency'],
    [{ assigneeId: '0198c0de-0000-7000-8000-000000000000' }, ['assigneeId'], 'not_an_option'],
  ])('names the field of a draft that cannot be taken: %#', async (wrong, path, code) => {
    const task = await aTask(mayak);
    const { saveBriefDraft } = await api
      .as(mayak.manager)
      .run(saveDraft, { input: { taskId: task.id, expectedVersion: 1, ...wrong } });
    expect(saveBriefDraft.issues).toEqual([{ path, code }]);
  });

  it('a template keeps the way of asking and pours it into another brief', async () => {
    const source = await aTask(mayak);
    const target = await aTask(mayak, { brief: { ...readyBrief(), goal: '' } });
    const { createBriefTemplate } = await api
      .as(mayak.manager)
      .run(ask.template, { input: { taskId: source.id, name: 'Продающий пост' } });
    const { briefTemplates } = await api.as(mayak.manager).run('{ briefTemplates(discipline: COPY) { id name } }');
    expect(briefTemplates).toEqual([{ id: createBriefTemplate.templateId, name: 'Продающий пост' }]);
    const applied = await api
      .as(mayak.manager)
      .run(ask.apply, { input: { taskId: target.id, templateId: createBriefTemplate.templateId, expectedVersion: 1 } });
    expect(applied.applyBriefTemplate.task.details.draft.data.goal).toBe(readyBrief().goal);
    expect((await api.as(mayak.copywriter).run('{ briefTemplates { id } }')).briefTemplates).toEqual([]);
  });

  it('a template of one client is poured into briefs of that client alone', async () => {
    const source = await aTask(mayak);
    const { createBriefTemplate } = await api
      .as(mayak.manager)
      .run(ask.template, { input: { taskId: source.id, name: 'Тон Сосны', isForClient: true } });
    const templateId = createBriefTemplate.templateId;
    const namesOf = async (clientId: string | null) =>
      (
        await api
          .as(mayak.manager)
          .run('query ($clientId: ID) { briefTemplates(clientId: $clientId) { name isForClient } }', { clientId })
      ).briefTemplates;
    expect(await namesOf(mayak.client.id)).toEqual([{ name: 'Тон Сосны', isForClient: true }]);
    expect(await namesOf(null)).toEqual([]);
    // The same template, had it been made for somebody else.
    await within(mayak.agencyId, async (db) => {
      const { squadId } = await db.client.findFirstOrThrow({ where: { id: mayak.client.id } });
      const other = newId();
      await db.client.create({ data: { agencyId: mayak.agencyId, id: other, name: 'Утро', squadId } });
      await db.briefTemplate.updateMany({ where: { id: templateId }, data: { clientId: other } });
    });
    expect(await namesOf(mayak.client.id)).toEqual([]);
    const applied = await api
      .as(mayak.manager)
      .run(ask.apply, { input: { taskId: source.id, templateId, expectedVersion: 1 } });
    expect(applied.applyBriefTemplate.__typename).toBe('NotFound');
  });

  it('pages a list by keyset and refuses a foreign cursor', async () => {
    for (const title of ['А', 'Б', 'В']) await aTask(mayak, { title, state: 'issued' });
    const list =
      'query ($after: String, $order: TaskOrder!) { tasks(first: 2, after: $after, order: $order) { nodes { title } pageInfo { hasNextPage endCursor } } }';
    const first = (await api.as(mayak.manager).run(list, { order: 'TITLE' })).tasks;
    expect(first.nodes).toEqual([{ title: 'А' }, { title: 'Б' }]);
    const rest = (await api.as(mayak.manager).run(list, { order: 'TITLE', after: first.pageInfo.endCursor })).tasks;
    expect(rest).toMatchObject({ nodes: [{ title: 'В' }], pageInfo: { hasNextPage: false } });
    const wrong = await api.as(mayak.manager).ask(list, { order: 'DUE', after: first.pageInfo.endCursor });
    expect(wrong.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('tells of a command’s task what is asked of it there, and reads nothing where nothing is', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    const { run } = api.as(mayak.copywriter);
    const input = { taskId: task.id, question: 'Какой цвет?' };
    // The fragment's node is the same in both, and what is asked beside it is not.
    const twice = `mutation ($input: AskTaskQuestionInput!) {
      once: askTaskQuestion(input: $input) { ...Asked }
      again: askTaskQuestion(input: $input) { ...Asked ... on TaskSuccess { task { details { questions { question } } } } }
    }
    fragment Asked on TaskSuccess { task { id openQuestions } }`;
    const questions = [{ question: input.question }, { question: input.question }];
    expect(await run(twice, { input })).toEqual({
      once: { task: { id: task.id, openQuestions: 1 } },
      again: { task: { id: task.id, openQuestions: 2, details: { questions } } },
    });
    const only = 'mutation ($input: AskTaskQuestionInput!) { askTaskQuestion(input: $input) { __typename } }';
    const statements = await api.statementsOf(() => run(only, { input }));
    expect(statements.filter((statement) => statement.includes('AS body'))).toEqual([]);
  });

  it('needs one statement for the board, one for a task with its details, and two for all of its screen', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    const { run } = api.as(mayak.manager);
    expect(await api.statementsOf(() => run(board))).toHaveLength(1);
    expect(await api.statementsOf(() => run(page, { id: task.id }))).toHaveLength(1);
    expect(await api.statementsOf(() => run(screen, { id: task.id }))).toHaveLength(2);
  });
});
