import { expect, test } from '@playwright/test';
import { violationsOf } from './accessibility';
import { dayFromNow, monthOf } from './day';
import { signIn, someone } from './person';
import { people } from './screens';

interface Clients {
  readonly clients: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
}
interface Created {
  readonly createContentItem: { readonly item: { readonly id: string } };
}

test('A publication is repeated, its series ended and taken back, and it is kept and used as a template', async ({
  browser,
}) => {
  const irina = await someone(browser);
  await signIn(irina, people.owner);
  const { page } = irina;
  // One of the demo's clients that no other journey looks at.
  const { clients } = await irina.ask<Clients>('{ clients(first: 20) { nodes { id name } } }');
  const clientId = clients.nodes.find(({ name }) => name === 'Ладога')?.id;
  const day = dayFromNow(2);
  const title = 'Один кадр с берега';
  const { createContentItem } = await irina.ask<Created>(
    `mutation ($input: CreateContentItemInput!) {
      createContentItem(input: $input) { ... on CreateContentItemSuccess { item { id } } } }`,
    { input: { clientId, title, format: 'POST', publishOn: day, publishTime: '21:00' } },
  );
  await page.goto(`/plan?client=${clientId}&month=${monthOf(day)}&item=${createContentItem.item.id}`);
  const panel = page.getByRole('complementary', { name: 'Публикация' });
  const notice = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });

  await test.step('Every week, three times: the days are shown before anything is saved', async () => {
    await panel.getByRole('button', { name: 'Ещё действия с публикацией' }).click();
    await page.getByRole('menuitem', { name: 'Повторять…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Повторять публикацию' });
    await dialog.getByRole('combobox', { name: 'До каких пор' }).click();
    await page.getByRole('option', { name: 'Столько раз' }).click();
    await dialog.getByLabel('Сколько раз').fill('3');
    await expect(dialog.getByRole('region', { name: 'Когда выйдет' }).getByRole('listitem')).toHaveCount(3);
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Повторять', exact: true }).click();
    await expect(notice(/В плане ещё 2 публикации/)).toBeVisible();
    await expect(panel.getByText('Повторяется', { exact: true })).toBeVisible();
  });

  await test.step('Ended, its turns leave the plan; taken back, they return', async () => {
    await panel.getByRole('button', { name: 'Серия', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Закончить серию' }).click();
    await notice(/из плана ушло: 2 публикации/)
      .getByRole('button', { name: 'Вернуть' })
      .click();
    await expect(panel.getByRole('button', { name: 'Серия', exact: true })).toBeVisible();
  });

  await test.step('Kept as a template, it comes to stand on another day', async () => {
    await panel.getByRole('button', { name: 'Ещё действия с публикацией' }).click();
    await page.getByRole('menuitem', { name: 'Сохранить как шаблон' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    await expect(notice(/Шаблон сохранён/)).toBeVisible();
    await page.goto(`/plan?client=${clientId}&month=${monthOf(day)}&new=templates`);
    const dialog = page.getByRole('dialog', { name: 'Шаблоны' });
    await dialog.getByRole('button', { name: `В план: ${title}` }).click();
    const fit = page.getByRole('dialog', { name: title });
    await expect(fit.getByRole('list', { name: 'Что появится в плане' }).getByRole('listitem')).toHaveCount(1);
    expect(await violationsOf(page)).toEqual([]);
    await fit.getByRole('button', { name: 'Добавить' }).click();
    await notice(/В плане: 1 публикация/)
      .getByRole('button', { name: 'Вернуть' })
      .click();
    await expect(notice(/Всё, что пришло из шаблона, убрано/)).toBeVisible();
  });
});
