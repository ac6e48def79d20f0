import { expect, test } from '@playwright/test';
import { signIn, someone } from './person';
import { people } from './screens';

/** Hours: whether there are enough for one more client, and what becomes of them. */

test('Whether a client can be taken is worked out in the address, and a freelancer is tried by one press', async ({
  browser,
}) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { page } = anna;
  await page.goto('/workload');
  await page.getByRole('link', { name: 'Возьмём ли клиента?' }).click();
  await page.getByRole('button', { name: 'Подставить пример' }).click();
  const answer = page.getByRole('region', { name: 'Возьмём ли клиента?' });
  await expect(answer.getByRole('heading')).toBeVisible();
  await page.getByRole('textbox', { name: 'Пост', exact: true }).fill('300');
  await expect(answer.getByRole('heading', { name: 'Нет, потому что…' })).toBeVisible();
  await page.reload();
  await expect(answer.getByRole('heading', { name: 'Нет, потому что…' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Пост', exact: true })).toHaveValue('300');
  const help = answer.getByRole('button', { name: /^Позвать фрилансера/ });
  const missing = await help.count();
  await help.first().click();
  await expect(help).toHaveCount(missing - 1);
  await expect(page).toHaveURL(/-help=/);
});

test('The owner enters the days of a decree from a list, and takes them back', async ({ browser }) => {
  const irina = await someone(browser);
  await signIn(irina, people.owner);
  const { page } = irina;
  await page.goto('/settings');
  const calendar = page.getByRole('region', { name: 'Выходные и рабочие дни' });
  await calendar.getByLabel('Даты').fill('23.02.2035, 32.13');
  await calendar.getByRole('button', { name: 'Добавить' }).click();
  await expect(calendar.getByText('Не понимаем: 32.13').first()).toBeVisible();
  await calendar.getByLabel('Даты').fill('23.02.2035, 2035-02-26');
  await calendar.getByRole('button', { name: 'Добавить' }).click();
  const added = page.getByRole('alert').filter({ hasText: 'Добавлено 2 дня' });
  const day = calendar.getByRole('button', { name: 'Убрать: 26 февраля' });
  await expect(day).toBeVisible();
  await added.getByRole('button', { name: 'Вернуть' }).click();
  await expect(day).toHaveCount(0);
});

test('Time is written down, taken back, and measured by a timer that outlives a reload', async ({ browser }) => {
  const maria = await someone(browser);
  await signIn(maria, people.specialist);
  const { page } = maria;
  const { myQueue } = await maria.ask<{ myQueue: readonly { id: string; state: string }[] }>(
    '{ myQueue { id state } }',
  );
  const task = myQueue.find(({ state }) => state === 'IN_PROGRESS');
  await page.goto(`/tasks/${task?.id}`);
  const time = page.getByRole('region', { name: 'Время' });
  // The card comes after the page.
  await expect(time).toBeVisible({ timeout: 60_000 });
  await time.getByRole('button', { name: 'Записать время' }).click();
  await time.getByLabel('Сколько').fill('долго');
  await time.getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(time.getByText('Не понимаем').first()).toBeVisible();
  await time.getByLabel('Сколько').fill('0:07');
  await time.getByRole('button', { name: 'Записать', exact: true }).click();
  const entry = time.getByRole('button', { name: /^Удалить: .+, 7 мин/ });
  await expect(entry).toBeVisible();
  await page.getByRole('alert').filter({ hasText: 'Записано' }).getByRole('button', { name: 'Вернуть' }).click();
  await expect(entry).toHaveCount(0);
  await time.getByRole('button', { name: 'Запустить таймер' }).click();
  await expect(time.getByRole('button', { name: /^Остановить/ })).toBeVisible();
  await page.reload();
  await time.getByRole('button', { name: /^Остановить/ }).click();
  const measured = time.getByRole('button', { name: /^Удалить: .+, 1 мин/ });
  await measured.click();
  await expect(measured).toHaveCount(0);
  await expect(time.getByRole('button', { name: 'Запустить таймер' })).toBeVisible();
  await page.goto('/tasks?view=table&order=overrun');
  await expect(page.getByRole('cell', { name: / из .+ ч/ }).first()).toBeVisible();
});

test('A draft is moved along the timeline by keys and back, and the same stands in the list', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { page } = anna;
  const title = 'Лента: пробный пост';
  const { taskOptions } = await anna.ask<{ taskOptions: { campaigns: readonly { id: string }[] } }>(
    '{ taskOptions { campaigns { id } } }',
  );
  const { createTask } = await anna.ask<{ createTask: { task: { id: string } } }>(
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on TaskSuccess { task { id } } } }',
    {
      input: {
        campaignId: taskOptions.campaigns[0]?.id,
        discipline: 'COPY',
        title,
        dueAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
      },
    },
  );
  await page.goto(`/tasks?view=timeline&q=${encodeURIComponent(title)}`);
  const bar = page.locator(`[data-task="${createTask.task.id}"]`);
  await expect(bar).toBeVisible({ timeout: 60_000 });
  const before = await bar.getAttribute('aria-label');
  await bar.focus();
  await page.keyboard.press('Alt+ArrowRight');
  const dialog = page.getByRole('dialog', { name: 'Перенести срок' });
  const done = page.getByRole('alert').filter({ hasText: `«${title}»: срок` });
  // Onto a day off it is asked about first.
  await expect(dialog.or(done).first()).toBeVisible();
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Перенести' }).click();
  await expect(done).toBeVisible();
  await expect(bar).not.toHaveAttribute('aria-label', before ?? '');
  await done.getByRole('button', { name: 'Вернуть' }).click();
  await expect(bar).toHaveAttribute('aria-label', before ?? '');
  await bar.press('Enter');
  await expect(page.getByRole('complementary', { name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Списком' }).click();
  await expect(page.getByRole('button', { name: new RegExp(title) })).toBeVisible();

  await test.step('The choice is kept under a name, left, opened again, deleted and brought back', async () => {
    await page.getByRole('button', { name: 'Сохранить вид' }).click();
    const naming = page.getByRole('dialog', { name: 'Сохранить вид' });
    await naming.getByRole('textbox', { name: 'Название' }).fill('Пробная лента');
    await naming.getByRole('button', { name: 'Сохранить', exact: true }).click();
    const menu = page.getByRole('button', { name: 'Пробная лента', exact: true });
    await expect(menu).toBeVisible();
    await page.goto('/tasks');
    await page.getByRole('button', { name: 'Мои виды' }).click();
    await page.getByRole('menuitem', { name: 'Пробная лента' }).click();
    await expect(page).toHaveURL(/view=timeline.*list=1/);
    await expect(page.getByRole('textbox', { name: 'Название задачи' })).toHaveValue(title);
    await expect(page.getByRole('button', { name: new RegExp(title) })).toBeVisible();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Удалить вид' }).click();
    const deleted = page.getByRole('alert').filter({ hasText: 'Вид «Пробная лента» удалён' });
    await expect(page.getByRole('button', { name: 'Мои виды' })).toBeVisible();
    await deleted.getByRole('button', { name: 'Вернуть' }).click();
    await expect(menu).toBeVisible();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Удалить вид' }).click();
    await expect(page.getByRole('button', { name: 'Мои виды' })).toBeVisible();
  });
});
