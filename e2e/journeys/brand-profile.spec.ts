import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { people, type Role } from './screens';
import { signIn, someone } from './person';

/** What the owner and the manager write in one brand profile at once, and the logo beside the client's name. */
test('Two people keep one brand profile, and neither loses a word', async ({ browser }) => {
  const desk = async (role: Role) => {
    const person = await someone(browser);
    await signIn(person, people[role]);
    const { clients } = await person.ask<{ clients: { nodes: readonly { id: string }[] } }>(
      '{ clients(first: 1, states: [ACTIVE]) { nodes { id } } }',
    );
    return { ...person, clientId: clients.nodes[0]?.id ?? '' };
  };
  const manager = await desk('manager');
  const owner = await desk('owner');
  const address = `/clients/${manager.clientId}?tab=brand`;
  const field = ({ page }: typeof owner, name: string) => page.getByRole('textbox', { name, exact: true });
  const saved = ({ page }: typeof owner) => page.getByText('Сохранено', { exact: true });
  for (const person of [manager, owner]) {
    await person.page.goto(address);
    await expect(saved(person)).toBeVisible();
  }

  await test.step('what only one of them changed reaches the other', async () => {
    await field(manager, 'Тон').fill('Тепло и коротко');
    await expect(field(owner, 'Тон')).toHaveValue('Тепло и коротко');
    await field(owner, 'Аудитория').fill('Семьи с детьми');
    await expect(field(manager, 'Аудитория')).toHaveValue('Семьи с детьми');
    await expect(field(manager, 'Тон')).toHaveValue('Тепло и коротко');
  });

  await test.step('what both changed waits for a choice', async () => {
    await owner.page.context().setOffline(true);
    await field(owner, 'Тон').fill('Строго');
    await field(manager, 'Тон').fill('Весело');
    await expect(saved(manager)).toBeVisible();
    await owner.page.context().setOffline(false);
    await expect(owner.page.getByText('«Тон» изменил кто-то ещё')).toBeVisible();
    await expect(owner.page.getByText('Весело', { exact: true })).toBeVisible();
    await expect(field(owner, 'Тон')).toHaveValue('Строго');
    await owner.page.getByRole('button', { name: 'Оставить моё' }).click();
    await expect(field(manager, 'Тон')).toHaveValue('Строго');
  });

  await test.step('a picture becomes the logo, a program does not', async () => {
    const { page } = manager;
    const input = page.locator('input[type=file]').first();
    await input.setInputFiles({ name: 'знак.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await expect(page.getByText('знак.exe: такие файлы не принимаются')).toBeVisible();
    const buffer = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#a35' } })
      .png()
      .toBuffer();
    await input.setInputFiles({ name: 'знак.png', mimeType: 'image/png', buffer });
    await expect(page.getByText('Логотип сохранён')).toBeVisible();
    await expect(page.getByRole('img', { name: /^Логотип: / })).toBeVisible();
  });
});
