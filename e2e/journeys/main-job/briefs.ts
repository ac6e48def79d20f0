import { expect, type Page } from '@playwright/test';
import { choose, toggle, type Person } from '../person';
import { campaignFrom } from './cast';

/** Not ready: what is missing is listed, and the brief stays here. */
export async function refuseEmptyBrief({ page }: Person): Promise<void> {
  await expect(page.getByText(/Не заполнено: Цель/).first()).toBeVisible();
  await issueButton(page).click();
  await expect(page.getByText(/ТЗ ещё не готово/).first()).toBeVisible();
}

export async function writeCopyBrief({ page }: Person): Promise<void> {
  await page.getByLabel('Цель').fill('Читатель пишет «хочу стол» в сообщения');
  await page.getByLabel('Кто читает').fill('Семьи с детьми и маленькой кухней');
  await page.getByLabel('Главные мысли, 1').fill('Стол раздвигается за минуту');
  await page.getByRole('textbox', { name: 'Призыв', exact: true }).fill('Напишите «хочу стол»');
  await page.getByLabel('Ссылка призыва').fill('https://sosna.example/stol');
  await page.getByLabel('Знаков не больше').fill('900');
  await page.getByLabel('Критерии приёмки, 1').fill('Не длиннее 900 знаков');
  const cost = page.getByLabel('Гонорар, ₽');
  if ((await cost.inputValue()) === '') await page.getByRole('button', { name: 'Взять ставку' }).click();
  await expect(cost).toHaveValue(/^3\s?000/);
  await issue(page);
}

export async function writeDesignBrief({ page }: Person): Promise<void> {
  await page.getByLabel('Цель').fill('Увидеть, что стола хватит на всю семью');
  await toggle(page.locator('body'), 'Размеры для площадок', ['ВКонтакте квадрат · 1080×1080']);
  await page.getByText('PNG', { exact: true }).click();
  await page.getByLabel('Текст на макете').fill('Стол, за которым поместятся все');
  await page.getByLabel('Тексты вычитаны').check({ force: true });
  await page.getByLabel('Критерии приёмки, 1').fill('Текст слово в слово');
  await page.getByLabel('Нужно согласие клиента').uncheck({ force: true });
  await page.getByLabel('Гонорар, ₽').fill('4 500');
  await issue(page);
}

export async function writeTargetingBrief({ page }: Person): Promise<void> {
  await page.getByLabel('Цель бизнеса').fill('Двадцать заявок на раздвижные столы');
  await choose(page.locator('body'), 'Цель запуска', 'Заявки');
  await page.getByRole('textbox', { name: 'Предложение' }).fill('Стол, который раздвигается за минуту, с доставкой');
  await page.getByLabel('Посадочная страница').fill('https://sosna.example/stol');
  const segments = page.getByRole('group', { name: 'Сегменты', exact: true });
  await segments.getByRole('button', { name: 'Добавить' }).click();
  await segments.getByLabel('Название').fill('Семьи, Петрозаводск');
  await segments.getByLabel('География').fill('Петрозаводск и 30 км вокруг');
  await page.getByText('VK Реклама', { exact: true }).click();
  for (const label of ['Начало', 'Конец']) {
    const [year, month, day] = campaignFrom.split('-');
    await page.getByRole('textbox', { name: label, exact: true }).fill(`${day}.${month}.${year}`);
    await page.getByRole('textbox', { name: label, exact: true }).press('Enter');
  }
  await page.getByLabel('Лимит всего').fill('20 000');
  await page.getByRole('group', { name: 'Пороги показателей' }).getByRole('button', { name: 'Добавить' }).click();
  await page.getByLabel('Порог 1').fill('800');
  await page.getByLabel('Критерии приёмки, 1').fill('Метки стоят на всех объявлениях');
  await page.getByLabel('Нужно согласие клиента').uncheck({ force: true });
  await page.getByLabel('Гонорар, ₽').fill('5 000');
  await issue(page);
}

const issueButton = (page: Page) => page.getByRole('button', { name: 'Выдать', exact: true });

async function issue(page: Page): Promise<void> {
  const readiness = page.getByRole('region', { name: 'Готовность ТЗ' });
  await expect(readiness.getByText('готово', { exact: true })).toBeVisible();
  await issueButton(page).click();
  await expect(page.getByText('ТЗ выдано').first()).toBeVisible();
}
