import { expect, test } from '@playwright/test';
import { people } from './screens';
import { signIn, someone, type Person } from './person';

const save = 'mutation ($input: SaveBriefDraftInput!) { saveBriefDraft(input: $input) { __typename } }';
const step = (name: string, input = 'TaskActionInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on TaskSuccess { task { version } } } }`;

const brief = {
  discipline: 'copy',
  textType: 'post',
  goal: 'Позвать на встречу',
  criteria: ['Есть дата'],
  audience: { who: 'Соседи' },
  keyMessages: ['Встреча в субботу'],
  callToAction: { text: 'Запишитесь', link: 'https://vk.com/sosna' },
};

/** A task of its own, accepted by the copywriter. */
async function acceptedTask(manager: Person, copywriter: Person): Promise<string> {
  const { viewer } = await copywriter.ask<{ viewer: { memberId: string } }>('{ viewer { memberId } }');
  const { taskOptions } = await manager.ask<{ taskOptions: { campaigns: readonly { id: string }[] } }>(
    '{ taskOptions { campaigns { id } } }',
  );
  const { createTask } = await manager.ask<{ createTask: { task: { id: string; version: number } } }>(
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on TaskSuccess { task { id version } } } }',
    {
      input: {
        campaignId: taskOptions.campaigns[0]?.id,
        discipline: 'COPY',
        title: 'Приглашение на встречу',
        assigneeId: viewer.memberId,
        dueAt: new Date(Date.now() + 36 * 3_600_000).toISOString(),
        wantsClientApproval: false,
      },
    },
  );
  const { id: taskId } = createTask.task;
  const fee = { amount: '0', currency: 'RUB' };
  await manager.ask(save, { input: { taskId, expectedVersion: 1, data: brief, fee } });
  const act = async (person: Person, name: string): Promise<void> => {
    const { task } = await person.ask<{ task: { version: number } }>('query ($id: ID!) { task(id: $id) { version } }', {
      id: taskId,
    });
    const answer = await person.ask<Record<string, { __typename: string }>>(step(name), {
      input: { taskId, expectedVersion: task.version },
    });
    expect(answer[name]?.__typename).toBe('TaskSuccess');
  };
  await act(manager, 'issueTask');
  await act(copywriter, 'acceptTask');
  return taskId;
}

test('A brief is written by two, without a network for a while, and its revision is accepted anew', async ({
  browser,
}) => {
  const [manager, owner, copywriter] = await Promise.all(
    (['manager', 'owner', 'specialist'] as const).map(async (role) => {
      const person = await someone(browser);
      await signIn(person, people[role]);
      return person;
    }),
  );
  if (!manager || !owner || !copywriter) throw new Error('Three people come');
  const taskId = await acceptedTask(manager, copywriter);
  const goal = ({ page }: Person) => page.getByRole('textbox', { name: 'Цель', exact: true });
  const { page } = manager;

  await test.step('what was typed without a network is kept, and both texts are shown when both wrote', async () => {
    await Promise.all([manager, owner].map((person) => person.page.goto(`/tasks/${taskId}/brief`)));
    for (const person of [manager, owner]) await expect(goal(person)).toHaveValue(brief.goal);
    await page.context().setOffline(true);
    await goal(manager).fill('Позвать соседей');
    await expect(page.getByText('Нет связи: текст на этом устройстве')).toBeVisible();
    await goal(owner).fill('Позвать друзей');
    await expect(owner.page.getByText(/^Сохранено/)).toBeVisible();
    await page.context().setOffline(false);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Позвать друзей');
    await expect(dialog).toContainText('Позвать соседей');
    await dialog.getByRole('button', { name: 'Сохранить выбранное' }).click();
    await expect(goal(owner)).toHaveValue('Позвать соседей');
  });

  await test.step('what a revision changes is shown before it goes out, and to whoever accepts it anew', async () => {
    await expect(page.getByRole('button', { name: 'Цель', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Выдать новую редакцию' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Зовём только соседей');
    await dialog.getByRole('button', { name: 'Выдать новую редакцию' }).click();
    await expect(page.getByText('Исполнитель ещё не принял новую редакцию')).toBeVisible();
    await copywriter.page.goto(`/tasks/${taskId}`);
    const asked = copywriter.page.getByRole('region', { name: 'Что изменилось' });
    await expect(asked).toContainText('Почему: Зовём только соседей');
    await expect(asked).toContainText('на встречу');
    await copywriter.page.getByRole('button', { name: 'Принять в работу' }).click();
    await expect(asked).toBeHidden();
    await copywriter.page.getByRole('button', { name: 'Что изменилось' }).click();
    await expect(copywriter.page.getByRole('dialog')).toContainText('Цель');
  });
});
