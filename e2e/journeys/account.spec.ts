import { expect, test } from '@playwright/test';
import { codeOf } from '../totp';
import { startOpenIdProvider } from '../openid-provider';
import { signIn, someone, type Person } from './person';

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
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
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
  await office.page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(office.page.getByRole('navigation').first()).toBeVisible();

  await home.page.reload();
  const sessions = home.page.getByRole('region', { name: 'Где я в системе' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText('это устройство')).toBeVisible();
  await sessions.getByRole('button', { name: /^Завершить/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  // its socket was closed, and coming again it learns that it is nobody's
  await office.page.goto('/account');
  await expect(office.page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible();

  const phoneless = await someone(browser);
  await givePassword(phoneless, email);
  await phoneless.page.getByRole('button', { name: 'Телефона нет под рукой' }).click();
  await phoneless.page.getByLabel('Резервный код').fill(recoveryCode);
  await phoneless.page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(phoneless.page.getByRole('navigation').first()).toBeVisible();
});

test('The owner hands over the work of one who leaves, lets them back, and gives them a new password; they come by a provider, too', async ({
  browser,
}) => {
  const who = { name: 'Денис Щукин', email: 'denis@mayak.example' };
  const owner = await someone(browser);
  const { page } = owner;
  await signIn(owner, 'irina@mayak.example');
  await page.goto('/team');
  const row = page.getByRole('row').filter({ hasText: who.name });
  const drawer = page.getByRole('dialog').last();

  await row.getByRole('button', { name: /^Изменить/ }).click();
  await drawer.getByRole('button', { name: 'Отключить доступ' }).click();
  await expect(drawer.getByText('Что сейчас в работе и кому передать')).toBeVisible();
  // of the first task nobody thinks now
  await drawer.getByRole('listitem').first().locator('button').first().click();
  await drawer.getByRole('button', { name: 'Передать и отключить' }).click();
  const later = row.getByRole('button', { name: /^Передать задачи · 1/ });
  await expect(later).toBeVisible();
  await later.click();
  await drawer.getByRole('button', { name: 'Передать', exact: true }).click();
  await expect(row.getByText('отключён')).toBeVisible();
  await expect(later).toHaveCount(0);

  await row.getByRole('button', { name: /^Изменить/ }).click();
  await drawer.getByRole('button', { name: 'Вернуть доступ' }).click();
  await expect(row.getByText('отключён')).toHaveCount(0);
  await row.getByRole('button', { name: /^Изменить/ }).click();
  await drawer.getByRole('button', { name: 'Ссылка на новый пароль' }).click();
  const link = await drawer.getByLabel('Передайте лично: действует час').inputValue();

  const back = await someone(browser);
  await back.page.goto(link);
  await back.page.getByLabel('Новый пароль').fill(password);
  await back.page.getByRole('button', { name: 'Сохранить пароль' }).click();
  await expect(back.page.getByText('Пароль сменён.')).toBeVisible();
  await signIn(back, who.email, password);

  const issuer = process.env['OIDC_ISSUER'];
  test.skip(!issuer, 'this server knows no provider');
  const provider = await startOpenIdProvider('planerka', Number(new URL(issuer!).port));
  try {
    provider.vouch({ sub: who.email, email: who.email, email_verified: true, name: who.name });
    const begun = await back.ask<{ beginSecondFactor: { secret: string } }>(
      `mutation { beginSecondFactor(password: "${password}") { ... on SecondFactorBegun { secret } } }`,
    );
    const { secret } = begun.beginSecondFactor;
    await back.ask(`mutation { confirmSecondFactor(code: "${codeOf(secret)}") { __typename } }`);
    const elsewhere = await someone(browser);
    await elsewhere.page.goto('/sign-in');
    await elsewhere.page.getByRole('button', { name: 'Войти через Маяк ID' }).click();
    await elsewhere.page.getByLabel('Код из приложения').fill(codeOf(secret));
    await elsewhere.page.getByRole('button', { name: 'Войти', exact: true }).click();
    await expect(elsewhere.page.getByRole('navigation').first()).toBeVisible();
  } finally {
    await provider.stop();
  }
});
