import { expect, test } from '@playwright/test';
import { codeOf } from '../totp';
import { someone, type Person } from './person';

/** An agency of its own: whoever works in the demo signs in with a password alone. */
const password = 'у самого синего моря';

async function register({ page }: Person, email: string): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Название агентства').fill('Полдень');
  await page.getByLabel('Ваше имя').fill('Лидия Лис');
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Пароль').first().fill(password);
  await page.getByRole('button', { name: 'Создать агентство' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function givePassword({ page }: Person, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Пароль').first().fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
}

test('A person turns on a second factor, comes in by it on another device, and signs that device out', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = `lidia-${Date.now()}@poldenj.example`;
  const home = await someone(browser);
  await register(home, email);
  await home.page.goto('/account');
  await expect(home.page.getByRole('heading', { name: 'Мой профиль' })).toBeVisible();

  await home.page.getByLabel('Имя').fill('Лидия Дубова');
  await home.page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(home.page.getByText('Лидия Дубова').first()).toBeVisible();

  const factor = home.page.getByRole('region', { name: 'Второй фактор' });
  await factor.getByRole('button', { name: 'Включить' }).click();
  await factor.getByLabel('Ваш пароль').fill('не тот пароль');
  await factor.getByRole('button', { name: 'Дальше' }).click();
  await expect(factor.getByText('Пароль неверный')).toBeVisible();
  await factor.getByLabel('Ваш пароль').fill(password);
  await factor.getByRole('button', { name: 'Дальше' }).click();
  await expect(factor.getByRole('img', { name: 'QR-код для приложения' })).toBeVisible();
  const codes = factor.getByRole('list', { name: 'Резервные коды' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recoveryCode = await codes.first().innerText();
  const byHand = await factor.getByText('Или введите ключ вручную:').innerText();
  const secret = byHand.split(':')[1]!.trim();
  await factor.getByLabel('Код из приложения').fill(codeOf(secret));
  await factor.getByRole('button', { name: 'Проверить и включить' }).click();
  await expect(factor.getByText('включён', { exact: true })).toBeVisible();

  const office = await someone(browser);
  await givePassword(office, email);
  await office.page.getByLabel('Код из приложения').fill(codeOf(secret));
  await office.page.getByRole('button', { name: 'Войти' }).click();
  await expect(office.page.getByRole('navigation').first()).toBeVisible();

  await home.page.reload();
  const sessions = home.page.getByRole('region', { name: 'Где я в системе' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText('это устройство')).toBeVisible();
  await sessions.getByRole('button', { name: /^Завершить/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  // its socket was closed, and coming again it learns that it is nobody's
  await office.page.goto('/account');
  await expect(office.page.getByRole('button', { name: 'Войти' })).toBeVisible();

  const phoneless = await someone(browser);
  await givePassword(phoneless, email);
  await phoneless.page.getByRole('button', { name: 'Телефона нет под рукой' }).click();
  await phoneless.page.getByLabel('Резервный код').fill(recoveryCode);
  await phoneless.page.getByRole('button', { name: 'Войти' }).click();
  await expect(phoneless.page.getByRole('navigation').first()).toBeVisible();
});
