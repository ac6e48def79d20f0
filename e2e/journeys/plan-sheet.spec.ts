import { expect, test } from '@playwright/test';
import { signIn, someone } from './person';
import { people } from './screens';

test('A month is printed: its pictures, whole rows, the client and the number on each page', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { clients } = await anna.ask<{ clients: { nodes: readonly { readonly id: string; readonly name: string }[] } }>(
    '{ clients(first: 1, states: [ACTIVE]) { nodes { id name } } }',
  );
  const [client] = clients.nodes;
  const { page } = anna;
  await page.goto(`/plan/sheet?client=${client?.id}&columns=date,time,channels,rubric,title,idea,status`);
  const sheet = page.getByRole('article', { name: 'План для печати' });
  await expect(sheet.getByRole('columnheader', { name: 'Картинка' })).toBeVisible();
  await expect(sheet.getByRole('columnheader', { name: 'Кампания' })).toHaveCount(0);
  const pictures = await page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('article img')];
    await Promise.all(images.map((image) => image.decode()));
    return images.length;
  });
  expect(pictures).toBeGreaterThan(0);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Печать или PDF' })).toBeHidden();
  const words = await page.evaluate(() => ({
    title: document.documentElement.style.getPropertyValue('--sheet-title'),
    rows: [...document.querySelectorAll('article tr')].every((row) => getComputedStyle(row).breakInside === 'avoid'),
  }));
  expect(words.title).toContain(client?.name);
  expect(words.rows).toBe(true);

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const count = (what: RegExp): number => pdf.match(what)?.length ?? 0;
  expect(count(/\/Type \/Page\b/g)).toBeGreaterThan(1);
  // A4, lying.
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45]/);
  expect(count(/\/Subtype \/Image/g)).toBeGreaterThanOrEqual(pictures);
});
