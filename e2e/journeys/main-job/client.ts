import { expect } from '@playwright/test';
import { pickDay } from '../calendar';
import type { Person } from '../person';
import { approver, campaign, campaignFrom, campaignTo } from './cast';

/** Answers with the client's id. */
export async function addClient({ page }: Person): Promise<string> {
  await page.goto('/clients');
  await page.getByRole('button', { name: 'Добавить клиента' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Новый клиент' });
  await drawer.getByLabel('Название').fill('Сосна');
  await drawer.getByLabel('Чем занимается').fill('Мебель из массива на заказ');
  await drawer.getByRole('button', { name: 'Добавить клиента' }).click();
  await expect(page).toHaveURL(/\/clients\/.+/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Goes into every brief: a tone, a word that is not said, a colour, whose ads these are. */
export async function describeBrand({ page }: Person, clientId: string): Promise<void> {
  await page.goto(`/clients/${clientId}?tab=brand`);
  await page.getByLabel('Тон', { exact: true }).fill('Спокойно, на «вы», без восклицаний');
  const stopWords = page.getByRole('combobox', { name: 'Стоп-слова' });
  await stopWords.fill('уникальный');
  await stopWords.press('Enter');
  await page.getByRole('button', { name: 'Добавить цвет' }).click();
  // Ads are marked by law: the brief for the targetologist takes this from here.
  await page.getByLabel('Рекламодатель').fill('ООО «Сосна»');
  await page.getByLabel('ИНН').fill('1001234567');
  await page.getByLabel('Договор').fill('№ 7 от 1 ноября 2026');
  await page.getByLabel('Код ККТУ').fill('12.1.4');
  await expect(page.getByText('Сохранено', { exact: true }).first()).toBeVisible();
}

export async function addChannel({ page }: Person, clientId: string): Promise<void> {
  await page.goto(`/clients/${clientId}?tab=channels`);
  await page.getByRole('button', { name: 'Добавить площадку' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Добавить площадку' });
  // The network is read from the address.
  await drawer.getByLabel('Ссылка').fill('https://vk.com/sosna');
  await drawer.getByLabel('Название').fill('Сосна');
  await drawer.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('vk.com/sosna').first()).toBeVisible();
}

export async function addApprover({ page }: Person, clientId: string): Promise<void> {
  await page.goto(`/clients/${clientId}?tab=contacts`);
  await page.getByRole('button', { name: 'Добавить контакт' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Добавить контакт' });
  await drawer.getByLabel('Имя и фамилия').fill(approver);
  await drawer.getByLabel('Должность').fill('Директор');
  await drawer.getByLabel('За ним последнее слово').check();
  await drawer.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Последнее слово').first()).toBeVisible();
}

/** With a KPI: requests, 4 before, 20 wanted. Answers with the campaign's id. */
export async function startCampaign({ page }: Person, clientId: string): Promise<string> {
  await page.goto(`/clients/${clientId}`);
  await page.getByRole('link', { name: 'Новая кампания' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Новая кампания' });
  await drawer.getByRole('textbox', { name: 'Название', exact: true }).fill(campaign);
  await drawer.getByRole('button', { name: 'Период' }).click();
  await pickDay(page, campaignFrom);
  await pickDay(page, campaignTo);
  await drawer.getByRole('button', { name: 'Добавить показатель' }).click();
  // Requests are what is offered first for a goal of requests.
  await expect(drawer.getByRole('combobox', { name: 'Показатель' })).toHaveValue('Заявки');
  await drawer.getByLabel('Было').fill('4');
  await drawer.getByRole('textbox', { name: 'Цель' }).last().fill('20');
  await drawer.getByRole('button', { name: 'Создать кампанию' }).click();
  await expect(page).toHaveURL(/\/campaigns\/.+/);
  await expect(page.getByRole('heading', { name: campaign })).toBeVisible();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
