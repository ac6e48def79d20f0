import { expect, test } from '@playwright/test';
import { violationsOf } from './accessibility';
import { signIn, someone } from './person';
import { people } from './screens';

interface Reviewed {
  readonly tasks: {
    readonly nodes: readonly {
      readonly title: string;
      readonly item: { readonly id: string; readonly title: string } | null;
    }[];
  };
}

/** Of the demo agency: its words for Telegram are too long for a picture's caption, and its link has no tags. */
const title = 'Раф, которого ты просил';

test('A publication is held against the rules of its day, and shown as its networks will', async ({ browser }) => {
  const irina = await someone(browser);
  await signIn(irina, people.owner);
  const { page } = irina;
  const { tasks } = await irina.ask<Reviewed>(
    '{ tasks(first: 100, filter: { states: [IN_REVIEW] }) { nodes { title item { id title } } } }',
  );
  const id = tasks.nodes.find(({ item }) => item?.title === title)?.item?.id;
  await page.goto(`/plan/items/${id}`);

  await test.step('What blocks it stands first, with its source and the way to it', async () => {
    const check = page.getByRole('region', { name: 'Проверка перед выходом' });
    await expect(check.getByRole('heading')).toHaveText(/^Не выпускать/);
    const first = check.getByRole('listitem').first();
    await expect(first).toContainText('а помещается 1 024');
    await expect(first.getByRole('link')).toHaveAttribute('href', /^https:/);
    await first.getByRole('button').click();
  });

  await test.step('Telegram has words of its own, beside what differs from the main ones', async () => {
    const text = page.getByRole('region', { name: 'Текст' });
    await expect(text.getByRole('radio', { name: 'Telegram' })).toBeChecked();
    await expect(text.getByText('Своя версия')).toBeVisible();
    await expect(text.locator('ins').first()).toBeVisible();
    await text.getByRole('radio', { name: 'ВКонтакте' }).click();
    await expect(text.getByText('Как основной текст')).toBeVisible();
  });

  await test.step('The preview follows, folds and unfolds, by day and by night', async () => {
    const preview = page.getByRole('region', { name: 'Как увидят' });
    await expect(preview.getByRole('button', { name: 'ВКонтакте' })).toHaveAttribute('aria-pressed', 'true');
    await preview.getByRole('button', { name: 'Показать ещё' }).click();
    await expect(preview.getByRole('button', { name: 'Показать ещё' })).toHaveCount(0);
    await preview.getByRole('radio', { name: 'Тёмная' }).click();
    await preview.getByRole('button', { name: 'Telegram' }).click();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('The rules say where they are from, and want a reason for another limit', async () => {
    await page.getByRole('link', { name: 'Правила', exact: true }).click();
    await page.getByRole('button', { name: 'Изменить: Слова капслоком' }).click();
    const dialog = page.getByRole('dialog', { name: 'Слова капслоком' });
    await dialog.getByLabel('Свой предел').fill('4');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(dialog.getByLabel('Почему')).toHaveAccessibleDescription(/./);
    await expect(dialog.getByLabel('Свой предел')).toHaveValue('4');
  });
});

interface Planned {
  readonly contentPlan: { readonly items: readonly { readonly id: string; readonly title: string }[] };
}

test('What came of a publication is written down once it is out, beside what is usual', async ({ browser }) => {
  const irina = await someone(browser);
  await signIn(irina, people.owner);
  const { page } = irina;
  const month = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Moscow' }).slice(0, 7);
  const { contentPlan } = await irina.ask<Planned>(`{ contentPlan(month: "${month}") { items { id title } } }`);
  // Of the demo agency: it went out the day before yesterday, and nobody has looked yet.
  const id = contentPlan.items.find((item) => item.title === 'Сучок — не брак')?.id;
  await page.goto(`/plan/items/${id}`);
  const results = page.getByRole('region', { name: 'Показатели публикации' });
  await results.getByRole('button', { name: 'Внести показатели' }).click();
  const dialog = page.getByRole('dialog', { name: 'Показатели на день' });
  await dialog.getByLabel('Охват').fill('много');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog.getByLabel('Охват')).toHaveAccessibleDescription(/целое число/);
  await dialog.getByLabel('Охват').fill('32,4 тыс.');
  await dialog.getByLabel('Лайки').fill('1 620');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(results).toContainText(/32\s400/);
  await expect(results).toContainText('выше обычного');
  await results.getByText('1 замер').click();
  expect(await violationsOf(page)).toEqual([]);

  await test.step('The link of a channel that went out later is added, with what is odd about it, and taken back', async () => {
    // Of the demo agency: it went out yesterday, and of Telegram nobody has the address yet.
    const yesterdays = contentPlan.items.find((item) => item.title === 'Приехать с собакой')?.id;
    await page.goto(`/plan/items/${yesterdays}`);
    await expect(page.getByText('Ладога, сегодня тихо: ссылки ещё нет')).toBeVisible();
    await page.getByRole('button', { name: 'Изменить ссылки' }).click();
    const links = page.getByRole('dialog', { name: 'Ссылки на публикацию' });
    const telegram = links.getByLabel('Ладога, сегодня тихо');
    await telegram.fill('https://vk.com/wall-1_2');
    await expect(telegram).toHaveAccessibleDescription('Ссылка ведёт в другую сеть: ВКонтакте');
    expect(await violationsOf(page)).toEqual([]);
    await telegram.fill('https://t.me/planerka_demo_ladoga/9443');
    await telegram.press('Enter');
    await expect(page.getByRole('link', { name: 't.me/planerka_demo_ladoga/9443' })).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть' }).click();
    await expect(page.getByText('Ладога, сегодня тихо: ссылки ещё нет')).toBeVisible();
  });

  await test.step('A network’s export, opened from the plan, finds its publication by the link of its channel', async () => {
    const link = await page.getByRole('link', { name: /vk\.com\/wall/ }).getAttribute('href');
    await page.getByRole('link', { name: 'В плане' }).click();
    await page.getByRole('button', { name: 'Ещё действия с планом' }).click();
    await page.getByRole('menuitem', { name: 'Загрузить показатели' }).click();
    const table = page.getByRole('dialog', { name: 'Показатели из таблицы' });
    await table.locator('input[type=file]').setInputFiles({
      name: 'vk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Ссылка;Охват\n${link};100\nhttps://vk.com/wall-1_1;5`),
    });
    const found = table.getByRole('row', { name: /Приехать с собакой/ });
    await expect(found).toContainText('VK: Ладога. Дома у воды');
    await expect(table.getByText('Такой публикации в плане нет')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });
});
