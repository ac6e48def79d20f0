import { expect } from '@playwright/test';
import type { Person } from '../person';

/** A line of the budget as the form asks for it. */
const lines = [
  ['Тексты', '10 000'],
  ['Дизайн', '6 000'],
  ['Таргетинг', '5 000'],
  ['Реклама', '20 000'],
] as const;

export async function askForBudget({ page }: Person, campaignId: string): Promise<void> {
  await page.goto(`/budgets/${campaignId}`);
  await page.getByRole('button', { name: 'Составить бюджет' }).click();
  const drawer = page.getByRole('dialog', { name: 'Запрос на изменение бюджета' });
  for (const [index, [category, amount]] of lines.entries()) {
    if (index > 0) {
      await drawer.getByRole('button', { name: 'Добавить статью' }).click();
      await drawer.getByRole('combobox', { name: 'Статья' }).or(drawer.getByLabel('Статья')).nth(index).click();
      await page.getByRole('option', { name: category }).click();
    }
    await drawer.getByLabel('Станет, ₽').nth(index).fill(amount);
  }
  await drawer.getByLabel('Зачем').fill('Тексты, картинка и реклама раздвижных столов');
  await drawer.getByRole('button', { name: 'Отправить владельцу' }).click();
  await expect(page.getByText('Запрос отправлен')).toBeVisible();
}

export async function approveBudget({ page }: Person, campaignId: string): Promise<void> {
  await page.goto(`/budgets/${campaignId}`);
  await expect(page.getByText('Тексты, картинка и реклама раздвижных столов')).toBeVisible();
  await page.getByRole('button', { name: 'Утвердить' }).click();
  await expect(page.getByText(/Утверждено: Вера Волнова/)).toBeVisible();
}

/** Today's, by whoever runs the ads. */
export async function enterAdSpend({ page }: Person, campaignId: string): Promise<void> {
  await page.goto(`/budgets/${campaignId}`);
  await page.getByRole('button', { name: 'Внести расход' }).click();
  const drawer = page.getByRole('dialog', { name: 'Расход рекламы' });
  await drawer.getByLabel('Сумма, ₽').fill('1 250,50');
  await drawer.getByLabel('Площадка').fill('VK Реклама');
  await drawer.getByRole('button', { name: 'Внести' }).click();
  await expect(page.getByText('Расход внесён')).toBeVisible();
}

/** All that is owed is gathered, approved and paid, one person after another. */
export async function payOut({ page }: Person, people: number): Promise<void> {
  await page.goto('/payouts');
  await page.getByRole('button', { name: new RegExp(`^Собрать ${people} · `) }).click();
  await page.getByRole('button', { name: new RegExp(`^Утвердить ${people} · `) }).click();
  for (let paid = 1; paid <= people; paid += 1) {
    await page.getByRole('button', { name: 'Отметить оплату' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Отметить оплату' });
    await dialog.getByLabel(/Платёжный документ|Номер чека самозанятого/).fill(`ПП ${100 + paid}`);
    await dialog.getByRole('button', { name: 'Отметить' }).click();
    await expect(page.getByText(`ПП ${100 + paid}`)).toBeVisible();
  }
}

/** The campaign's money in roubles, as the owner sees it. */
export async function figures({ ask }: Person, campaignId: string): Promise<Record<string, number>> {
  const kinds = ['planned', 'spent', 'payable', 'committed', 'available'];
  const { budget } = await ask<{ budget: { figures: Record<string, { amount: string }> } }>(
    `query ($id: ID!) { budget(campaignId: $id) { figures { ${kinds.map((kind) => `${kind} { amount }`).join(' ')} } } }`,
    { id: campaignId },
  );
  return Object.fromEntries(kinds.map((kind) => [kind, Number(budget.figures[kind]?.amount)]));
}
