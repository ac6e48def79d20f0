import { expect, test, type Page } from '@playwright/test';
import { violationsOf } from './accessibility';
import { dayFromNow, monthOf } from './day';
import { phone, signIn, someone, type Person } from './person';
import { people } from './screens';

interface Sharing {
  readonly entries: readonly object[];
  readonly links: readonly { readonly id: string }[];
}

async function anyClient({ ask }: Person): Promise<string> {
  const { clients } = await ask<{ clients: { nodes: readonly { readonly id: string }[] } }>(
    '{ clients(first: 1, states: [ACTIVE]) { nodes { id } } }',
  );
  const [client] = clients.nodes;
  if (!client) throw new Error('The manager of the demo agency has no client');
  return client.id;
}

async function sharingOf({ ask }: Person, clientId: string, month: string): Promise<Sharing> {
  const { planSharing } = await ask<{ planSharing: Sharing }>(
    'query ($clientId: ID!, $month: Month!) { planSharing(clientId: $clientId, month: $month) { entries { itemId } links { id } } }',
    { clientId, month },
  );
  return planSharing;
}

/** A month of the client's that nobody else looks at and that no run before has filled: two years ahead, or later. */
async function emptyMonth(person: Person, clientId: string): Promise<string> {
  for (let days = 730; days < 3000; days += 31) {
    const month = monthOf(dayFromNow(days));
    const { entries, links } = await sharingOf(person, clientId, month);
    if (entries.length === 0 && links.length === 0) return month;
  }
  throw new Error('Every month of the years to come is planned');
}

const publication = ({ ask }: Person, clientId: string, title: string, publishOn: string) =>
  ask('mutation ($input: CreateContentItemInput!) { createContentItem(input: $input) { __typename } }', {
    input: { clientId, title, format: 'POST', publishOn, publishTime: '12:00' },
  });

/** Through the manager's drawer: whoever is named is shown the month and asked for their word. */
async function share({ page }: Person, { place, word, name }: { place: string; word: string; name?: string }) {
  await page.goto(place);
  const drawer = page.getByRole('dialog', { name: 'План для клиента' });
  if (name) {
    await drawer.getByLabel('Кому').selectOption('Другому человеку');
    await drawer.getByLabel('Имя').fill(name);
  }
  await drawer.getByLabel(word).check();
  await drawer.getByRole('button', { name: 'Создать ссылку' }).click();
  return new URL(await drawer.getByLabel('Ссылка готова').inputValue()).pathname;
}

test('A month is shown to a client, edited while they look, and approved by their last word', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const clientId = await anyClient(anna);
  const month = await emptyMonth(anna, clientId);
  await publication(anna, clientId, 'Стол из дуба', `${month}-10`);
  await publication(anna, clientId, 'Стул из ясеня', `${month}-12`);
  const place = `/plan?client=${clientId}&month=${month}&share=1`;
  const address = await share(anna, { place, word: 'Последнее слово за этим человеком' });

  const { page } = await someone(browser, phone);
  await page.goto(address);
  await expect(page.getByText('Последнее слово за вами.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Нужны правки' }).first().click();
  await page.getByLabel('Что изменить?').fill('Перенести на субботу');

  // What the agency adds meanwhile comes by itself, and what is typed stays.
  await publication(anna, clientId, 'Скамья из сосны', `${month}-20`);
  await expect(page.getByText('Скамья из сосны')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('план поправили');
  await expect(page.getByLabel('Что изменить?')).toHaveValue('Перенести на субботу');
  await page.getByRole('button', { name: /Согласовать, кроме 1/ }).click();
  await expect(page.getByText(/Согласовано с правками/)).toBeVisible();

  await anna.page.goto('/approvals');
  const named = new Date(`${month}-15`).toLocaleDateString('ru-RU', { month: 'long' });
  const asked = new RegExp(`план, ${named} ${month.slice(0, 4)}`, 'i');
  await expect(anna.page.getByRole('link', { name: asked })).toBeVisible();

  // A link that is closed takes its open page along.
  const { links } = await sharingOf(anna, clientId, month);
  await anna.ask('mutation ($input: RevokePlanLinkInput!) { revokePlanLink(input: $input) { __typename } }', {
    input: { planLinkId: links[0]?.id },
  });
  await expect(page.getByRole('heading', { name: 'Эта ссылка больше не работает' })).toBeVisible();
});

test('A month to which two must agree is approved by the second of them', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const clientId = await anyClient(anna);
  const month = await emptyMonth(anna, clientId);
  await publication(anna, clientId, 'Комод из ореха', `${month}-15`);
  const word = 'Без согласия этого человека план не согласован';
  const place = `/plan?client=${clientId}&month=${month}&share=1`;
  const ofFirst = await share(anna, { place, word, name: 'Олег Первый' });
  const ofSecond = await share(anna, { place, word, name: 'Вера Вторая' });
  const open = async (address: string): Promise<Page> => {
    const { page } = await someone(browser, phone);
    await page.goto(address);
    await expect(page.getByText('Нужно согласие всех.')).toContainText('Ждём: Вера Вторая и Олег Первый.');
    return page;
  };
  const [first, second] = [await open(ofFirst), await open(ofSecond)];
  const yes = (page: Page) => page.getByRole('button', { name: 'Согласовать план' });

  await yes(first).click();
  await expect(first.getByRole('alert')).toHaveText('Спасибо, ваш ответ записан. Ждём остальных.');
  await expect(first.getByText('Согласны: Олег Первый. Ждём: Вера Вторая.')).toBeVisible();
  await expect(first.getByText(/План согласован/)).toHaveCount(0);
  // The other's page hears of it by itself, and still asks.
  await expect(second.getByText('Согласны: Олег Первый. Ждём: Вера Вторая.')).toBeVisible();
  await yes(second).click();
  await expect(second.getByText(/План согласован: Вера Вторая/)).toBeVisible();
  await expect(first.getByText(/План согласован: Вера Вторая/)).toBeVisible();
  await expect(yes(first)).toHaveCount(0);
  await anna.page.reload();
  await expect(anna.page.getByRole('dialog').getByText(/План согласован\. Вера Вторая/)).toBeVisible();
});
