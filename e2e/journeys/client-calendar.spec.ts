import { expect, test } from '@playwright/test';
import { violationsOf } from './accessibility';
import { pickDay } from './calendar';
import { dayFromNow, monthOf } from './day';
import { signIn, someone } from './person';
import { people } from './screens';

test('What was agreed with a client and their own day stand in the month’s plan', async ({ browser }) => {
  const irina = await someone(browser);
  await signIn(irina, people.owner);
  const { page } = irina;
  const { clients } = await irina.ask<{ clients: { nodes: readonly { id: string; name: string }[] } }>(
    '{ clients(first: 20) { nodes { id name } } }',
  );
  const clientId = clients.nodes.find(({ name }) => name === 'Ладога')?.id;
  const day = dayFromNow(3);
  // Of this run alone: one before may have left its own.
  const title = `Открытие катка ${Date.now().toString(36)}`;
  let agreed = '';
  await page.goto(`/clients/${clientId}?tab=rhythm`);

  await test.step('More is agreed for a channel', async () => {
    const card = page.getByRole('region', { name: 'Сколько публикаций в месяц' });
    const field = card.getByRole('group').getByRole('textbox').first();
    agreed = (await field.inputValue()) === '97' ? '96' : '97';
    await field.fill(agreed);
    await card.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Частота сохранена' })).toBeVisible();
  });

  await test.step('A day of the client’s is put down, dropped and taken back', async () => {
    const card = page.getByRole('region', { name: 'Важные даты клиента' });
    await card.getByRole('button', { name: 'Добавить дату' }).click();
    const drawer = page.getByRole('dialog', { name: 'Добавить дату' });
    await drawer.getByLabel('Что это за день').fill(title);
    await drawer.getByRole('button', { name: 'Первый день' }).click();
    await pickDay(page, day);
    await drawer.getByRole('button', { name: 'Сохранить' }).click();
    await expect(drawer).toBeHidden();
    await card.getByRole('button', { name: `Убрать: ${title}` }).click();
    await expect(card.getByText(title)).toBeHidden();
    await page.getByRole('alert').filter({ hasText: title }).getByRole('button', { name: 'Вернуть' }).click();
    await expect(card.getByText(title)).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('The plan of that month shows both', async () => {
    await page.goto(`/plan?client=${clientId}&month=${monthOf(day)}`);
    await expect(page.getByText(title).first()).toBeVisible();
    await expect(page.getByText(new RegExp(`из ${agreed}`)).first()).toBeVisible();
  });
});
