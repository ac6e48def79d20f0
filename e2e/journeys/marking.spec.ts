import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { signIn, someone } from './person';
import { people } from './screens';

test('An advertisement gets its erid in the register, and the register is saved', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { page } = anna;
  await page.goto('/marking?missing=1');
  const rows = page.getByRole('table', { name: 'Маркировка рекламы' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const field = rows.first().getByRole('textbox', { name: /^erid: / });
  const which = await field.getAttribute('aria-label');
  const before = await rows.count();

  await test.step('What is no token stays where it was typed, with the reason', async () => {
    await field.fill('потом');
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue('потом');
  });

  await test.step('A token is taken, and one creative less is without', async () => {
    await field.fill('2VtzqxJourney7');
    await field.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Записано' })).toBeVisible();
    await expect(rows).toHaveCount(before - 1);
  });

  await test.step('It stands in the register that is saved', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Сохранить реестр в CSV' }).click();
    const table = await readFile(await (await saved).path(), 'utf8');
    expect(table).toContain('2VtzqxJourney7');
    expect(table.split('\n').length).toBeGreaterThan(2);
  });

  await test.step('Written by mistake, it is taken out again', async () => {
    await page.goto('/marking');
    const filled = page.getByRole('textbox', { name: which ?? '' }).first();
    await filled.fill('');
    await filled.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Записано' })).toBeVisible();
  });
});
