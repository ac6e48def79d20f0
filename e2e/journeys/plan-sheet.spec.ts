import { expect, test } from '@playwright/test';
import { extractText } from 'unpdf';
import { signIn, someone } from './person';
import { people } from './screens';

/** Lines and blanks that do not break are the printer's affair. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

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

  const bytes = await page.pdf({ preferCSSPageSize: true });
  const pdf = bytes.toString('latin1');
  const count = (what: RegExp): number => pdf.match(what)?.length ?? 0;
  expect(count(/\/Type \/Page\b/g)).toBeGreaterThan(1);
  // A4, lying.
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45]/);
  expect(count(/\/Subtype \/Image/g)).toBeGreaterThanOrEqual(pictures);

  // Words that can be found and copied; on each page whose it is and of which month, which page, and what its columns are.
  const { text } = await extractText(new Uint8Array(bytes));
  const pages = text.map(plain);
  const title = plain(await sheet.getByRole('heading').first().innerText());
  expect(title).toMatch(new RegExp(`^${client?.name}\\. Контент-план, [А-Я][а-я]+ \\d{4}$`));
  for (const [index, words] of pages.entries()) {
    expect(words).toContain(title);
    expect(words).toContain(`стр. ${index + 1} из ${pages.length}`);
    expect(words).toContain('Картинка Дата Время Площадки Рубрика Тема Идея Статус');
  }
});
