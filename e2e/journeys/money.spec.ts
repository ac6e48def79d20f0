import { expect, test } from '@playwright/test';
import { signIn, someone } from './person';
import { people } from './screens';

/** Step 7 on the demo agency's money: three people at their own devices, each hearing of the others without a reload. */

const campaign = 'Коллекция «Онега»';

test('Money is spent, asked for and decided before everybody’s eyes', async ({ browser }) => {
  test.setTimeout(180_000);
  const [owner, manager, targetologist] = await Promise.all([someone(browser), someone(browser), someone(browser)]);
  await Promise.all([
    signIn(owner, people.owner),
    signIn(manager, people.manager),
    signIn(targetologist, 'gleb@mayak.example'),
  ]);
  for (const { page } of [owner, manager, targetologist]) {
    await page.goto('/budgets');
    await page.getByRole('link', { name: campaign }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Бюджет|Перерасход/);
  }
  const spent = owner.page.getByRole('definition').nth(1);
  const before = await spent.innerText();

  await test.step('The targetologist enters what advertising cost; the owner sees it', async () => {
    await targetologist.page.getByRole('button', { name: 'Внести расход' }).click();
    const drawer = targetologist.page.getByRole('dialog', { name: 'Расход рекламы' });
    await drawer.getByLabel('Сумма, ₽').fill('9 000 000');
    await drawer.getByLabel('Площадка').fill('VK Реклама');
    await drawer.getByRole('button', { name: 'Внести', exact: true }).click();
    await expect(targetologist.page.getByText(/На статье не хватает денег/)).toBeVisible();
    await expect(drawer.getByLabel('Сумма, ₽')).toHaveValue('9 000 000');
    await drawer.getByLabel('Сумма, ₽').fill('10,55');
    await drawer.getByRole('button', { name: 'Внести', exact: true }).click();
    await expect(targetologist.page.getByText('Расход внесён')).toBeVisible();
    await expect(spent).not.toHaveText(before);
  });

  await test.step('The manager asks for a transfer, the owner says no, and why', async () => {
    const open = owner.page.getByRole('button', { name: 'Отклонить' });
    const requests = await open.count();
    await manager.page.getByRole('button', { name: 'Изменить бюджет' }).click();
    const drawer = manager.page.getByRole('dialog', { name: 'Запрос на изменение бюджета' });
    await drawer.getByLabel('Станет, ₽').fill('60 000');
    await drawer.getByLabel('Зачем').fill('Две статьи сверх плана');
    await drawer.getByRole('button', { name: 'Отправить владельцу' }).click();
    await expect(manager.page.getByText('Запрос отправлен')).toBeVisible();

    const request = owner.page.getByRole('region', { name: 'Запрос на изменение' }).filter({ hasText: 'Две статьи' });
    await expect(request).toBeVisible();
    await expect(open).toHaveCount(requests + 1);
    await request.getByRole('button', { name: 'Отклонить' }).click();
    const dialog = owner.page.getByRole('dialog', { name: 'Почему отклоняете?' });
    await dialog.getByRole('textbox').fill('Ждём итогов недели');
    await dialog.getByRole('button', { name: 'Отклонить' }).click();
    await expect(request).toHaveCount(0);
    await expect(manager.page.getByText('Две статьи сверх плана')).toHaveCount(0);
  });

  await test.step('The figures are saved as a workbook', async () => {
    const [file] = await Promise.all([
      owner.page.waitForEvent('download'),
      owner.page.getByRole('button', { name: 'XLSX: скачать таблицу' }).click(),
    ]);
    expect(file.suggestedFilename()).toContain(campaign);
  });
});

test('A case is printed in ink, from a dark screen too', async ({ browser }) => {
  const owner = await someone(browser, { colorScheme: 'dark' });
  await signIn(owner, people.owner);
  const { campaigns } = await owner.ask<{
    campaigns: { nodes: { cases: { id: string }[] | null }[] };
  }>('{ campaigns(first: 20) { nodes { cases { id } } } }');
  const caseId = campaigns.nodes.flatMap(({ cases }) => cases ?? [])[0]?.id ?? '';
  await owner.page.goto(`/cases/${caseId}`);
  const title = owner.page.getByRole('article').getByRole('heading', { level: 2 });
  await expect(title).toBeVisible();
  const lightness = async () => {
    const colour = await title.evaluate((element) => getComputedStyle(element).color);
    return (
      (colour.match(/\d+/g) ?? [])
        .slice(0, 3)
        .map(Number)
        .reduce((sum, part) => sum + part, 0) / 3
    );
  };
  expect(await lightness()).toBeGreaterThan(150);
  await owner.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await lightness()).toBeLessThan(80);
  await expect(owner.page.getByRole('navigation').first()).toBeHidden();
  await expect(owner.page.getByRole('button', { name: 'Напечатать' })).toBeHidden();
});
