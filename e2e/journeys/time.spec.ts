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
});
