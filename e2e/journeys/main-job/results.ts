import { expect } from '@playwright/test';
import type { Person } from '../person';
import { campaign } from './cast';

export async function enterFact({ page }: Person, campaignId: string): Promise<void> {
  await page.goto(`/results/${campaignId}`);
  const grid = page.getByRole('region', { name: 'Внести факт' });
  await grid
    .getByRole('textbox', { name: /^Заявки, / })
    .last()
    .fill('9');
  await grid.getByRole('button', { name: 'Сохранить факт' }).click();
  await expect(page.getByText('Факт сохранён')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Заявки: 9 из 20/ }).first()).toBeVisible();
}

/** What was, what was done, what came of it; the figures are frozen as they stand. */
export async function writeCase({ page }: Person, campaignId: string): Promise<void> {
  await page.goto(`/results/${campaignId}`);
  await page.getByRole('button', { name: 'Собрать кейс' }).click();
  await page.getByLabel('Что было').fill('Четыре заявки в месяц, и все по знакомству.');
  await page.getByLabel('Что сделали').fill('Показали, как стол раздвигается за минуту.');
  await page.getByLabel('Что получилось').fill('Девять заявок за первую неделю.');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByRole('heading', { name: new RegExp(campaign) }).first()).toBeVisible();
  await expect(page.getByText('Девять заявок за первую неделю.')).toBeVisible();
  await expect(page.getByText('было 4').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Напечатать' })).toBeVisible();
}
