import { expect, type Browser } from '@playwright/test';
import { choose, someone, toggle, type Person } from '../person';
import { copywriter, designer, fee, manager, ownerEmail, password, targetologist, type Invitation } from './cast';

export async function register({ page }: Person): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Название агентства').fill('Волна');
  await page.getByLabel('Ваше имя').fill('Вера Волнова');
  await page.getByLabel('Почта').fill(ownerEmail);
  await page.getByLabel('Пароль').first().fill(password);
  await page.getByRole('button', { name: 'Создать агентство' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** The path of the link that the owner would copy. */
export async function invite({ page }: Person, { name, email, role, discipline }: Invitation): Promise<string> {
  await page.goto('/team');
  await page.getByRole('button', { name: 'Пригласить' }).click();
  const drawer = page.getByRole('dialog', { name: 'Приглашение' });
  await drawer.getByLabel('Почта').fill(email);
  await drawer.getByLabel('Имя', { exact: true }).fill(name);
  await choose(drawer, 'Роль', role);
  if (discipline && discipline !== 'Тексты') {
    await toggle(drawer, 'Специализация', ['Тексты', discipline]);
  }
  await drawer.getByRole('button', { name: 'Пригласить' }).click();
  const ready = page.getByRole('dialog', { name: 'Ссылка готова' });
  const link = ready.getByRole('textbox', { name: 'Приглашение' });
  await expect(link).toHaveValue(/\/invite\//);
  return new URL(await link.inputValue()).pathname;
}

export async function accept(browser: Browser, { name }: Invitation, link: string): Promise<Person> {
  const person = await someone(browser);
  const { page } = person;
  await page.goto(link);
  await expect(page.getByText('Вас зовут в «Волна»')).toBeVisible();
  await expect(page.getByLabel('Ваше имя')).toHaveValue(name);
  await page.getByLabel('Пароль').first().fill(password);
  await page.getByRole('button', { name: 'Присоединиться' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return person;
}

export async function gather({ page }: Person): Promise<void> {
  await page.goto('/team');
  await page.getByRole('button', { name: 'Новая команда' }).click();
  const drawer = page.getByRole('dialog', { name: 'Новая команда' });
  await drawer.getByLabel('Название').fill('Команда Ольги');
  await choose(drawer, 'Ведёт', manager.name);
  const members = [manager, copywriter, designer, targetologist].map(({ name }) => name);
  await toggle(drawer, 'Состав', members);
  await drawer.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Команда Ольги').first()).toBeVisible();
}

/** What a text costs, whoever writes it. */
export async function setRate({ page }: Person): Promise<void> {
  const card = page.getByRole('region', { name: 'Ставки агентства' });
  await card.getByRole('button', { name: 'Добавить ставку' }).click();
  await card.getByLabel(/^Сумма/).fill(fee);
  await card.getByRole('button', { name: 'Сохранить' }).click();
  await expect(card.getByText(/3\s000/)).toBeVisible();
}
