import { expect, type Browser } from '@playwright/test';
import type { Person } from '../person';

/** What the three specialists do with a task, and the manager with what they bring. */

export async function acceptTask({ page }: Person, title: string): Promise<void> {
  await page.goto('/tasks');
  await page.getByText(title).first().click();
  await page.getByRole('button', { name: 'Принять в работу' }).click();
  await expect(page.getByText('Задача у вас в работе')).toBeVisible();
}

export async function submitText({ page }: Person, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Текст', exact: true }).click();
  await page.keyboard.insertText(text);
  await page.getByRole('button', { name: 'Сдать версию 1' }).click();
  await expect(page.getByText('Версия 1 сдана на проверку')).toBeVisible();
}

/** A real picture, drawn by the browser: 1080 × 1080. */
export async function drawPicture(browser: Browser, background: string): Promise<Buffer> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1080 } });
  const page = await context.newPage();
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${background};color:#f4ead8;
      font:600 96px sans-serif;text-align:center">Стол,<br>за которым<br>поместятся все</body>`,
  );
  const picture = await page.screenshot({ type: 'png' });
  await context.close();
  return picture;
}

export async function submitPicture({ page }: Person, number: number, picture: Buffer): Promise<void> {
  const name = `stol-${number}.png`;
  await page
    .locator('input[type="file"][aria-label="Файлы для публикации"]')
    .setInputFiles({ name, mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
  // The version before it lies in the draft of the next one.
  const earlier = page.getByRole('button', { name: `Убрать stol-${number - 1}.png` });
  if (await earlier.isVisible()) await earlier.click();
  await page.getByRole('button', { name: `Сдать версию ${number}` }).click();
  await expect(page.getByText(`Версия ${number} сдана на проверку`)).toBeVisible();
}

export async function submitCampaignSetup({ page }: Person): Promise<void> {
  await page.getByLabel('Название кампании в кабинете').fill('Раздвижные столы, заявки');
  await page.getByRole('button', { name: 'Добавить объявление' }).click();
  const ad = page.getByRole('group', { name: 'Объявление 1' });
  await ad.getByLabel('Название').fill('Стол за минуту');
  await ad.getByLabel('Сегмент').fill('Семьи, Петрозаводск');
  await page.getByLabel(/Отслеживание проверено/).check();
  await page.getByRole('button', { name: 'Сдать версию 1' }).click();
  await expect(page.getByText('Версия 1 сдана на проверку')).toBeVisible();
}

/** A pin on the picture, and back to the designer with it. */
export async function returnWithPin({ page }: Person, taskId: string, remark: string): Promise<void> {
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole('button', { name: /^Макет stol-1/ }).click({ position: { x: 120, y: 160 } });
  await page
    .getByRole('textbox', { name: 'Замечание к версии' })
    .or(page.getByPlaceholder('Что здесь поправить?'))
    .first()
    .fill(remark);
  await page.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Замечание 1', exact: true }).first()).toBeVisible();
  // With an open remark, returning is the page's next step.
  await page.getByRole('button', { name: 'Вернуть с правками · 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Что поправить?' });
  await dialog.getByRole('button', { name: 'Вернуть с правками' }).click();
  await expect(page.getByText('Вернули с правками').first()).toBeVisible();
}

/** Both versions beside each other, the criterion ticked, the remark resolved, and the work is good. */
export async function compareAndApprove({ page }: Person, taskId: string): Promise<void> {
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole('button', { name: 'Сравнить', exact: true }).click();
  await page.getByText('Шторка', { exact: true }).click();
  await expect(page.getByRole('slider', { name: 'Граница между версиями' })).toBeVisible();
  await page.getByRole('button', { name: 'Закрыть сравнение' }).click();
  await page.getByRole('button', { name: 'Решено', exact: true }).click();
  await approveWork({ page });
}

export async function approveWork({ page }: Pick<Person, 'page'>): Promise<void> {
  const criteria = page.getByRole('region', { name: 'Критерии приёмки' });
  await criteria.getByRole('checkbox').or(criteria.getByRole('button')).first().click();
  await expect(criteria.getByText('1 из 1')).toBeVisible();
  await page.getByRole('button', { name: 'Принять работу' }).click();
  await expect(page.getByText('Готово', { exact: true }).first()).toBeVisible();
}
