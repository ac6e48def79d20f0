import { expect, test } from '@playwright/test';
import { violationsOf } from './accessibility';
import { dayFromNow, monthOf } from './day';
import { phone, signIn, someone } from './person';
import { people } from './screens';

/** A month that nobody else looks at: two years ahead. */
const month = monthOf(dayFromNow(730));

test('A month is shown to a client, edited while they look, and approved by their last word', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { clients } = await anna.ask<{ clients: { nodes: readonly { readonly id: string }[] } }>(
    '{ clients(first: 1, states: [ACTIVE]) { nodes { id } } }',
  );
  const clientId = clients.nodes[0]?.id;
  const add = (title: string, day: string) =>
    anna.ask(`mutation ($input: CreateContentItemInput!) { createContentItem(input: $input) { __typename } }`, {
      input: { clientId, title, format: 'POST', publishOn: `${month}-${day}`, publishTime: '12:00' },
    });
  await add('Стол из дуба', '10');
  await add('Стул из ясеня', '12');

  await anna.page.goto(`/plan?client=${clientId}&month=${month}&share=1`);
  const drawer = anna.page.getByRole('dialog', { name: 'План для клиента' });
  await drawer.getByLabel('Последнее слово за этим человеком').check();
  await drawer.getByRole('button', { name: 'Создать ссылку' }).click();
  const address = await drawer.getByLabel('Ссылка готова').inputValue();

  const { page } = await someone(browser, phone);
  await page.goto(new URL(address).pathname);
  await expect(page.getByText('Последнее слово за вами.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Нужны правки' }).first().click();
  await page.getByLabel('Что изменить?').fill('Перенести на субботу');

  // What the agency adds meanwhile comes by itself, and what is typed stays.
  await add('Скамья из сосны', '20');
  await expect(page.getByText('Скамья из сосны')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('план поправили');
  await expect(page.getByLabel('Что изменить?')).toHaveValue('Перенести на субботу');
  await page.getByRole('button', { name: /Согласовать, кроме 1/ }).click();
  await expect(page.getByText(/Согласовано с правками/)).toBeVisible();

  await anna.page.goto('/approvals');
  await expect(anna.page.getByRole('link', { name: new RegExp(`план, .*${month.slice(0, 4)}`) })).toBeVisible();

  // A link that is closed takes its open page along.
  const { planSharing } = await anna.ask<{ planSharing: { links: readonly { readonly id: string }[] } }>(
    'query ($clientId: ID!, $month: Month!) { planSharing(clientId: $clientId, month: $month) { links { id } } }',
    { clientId, month },
  );
  await anna.ask('mutation ($input: RevokePlanLinkInput!) { revokePlanLink(input: $input) { __typename } }', {
    input: { planLinkId: planSharing.links[0]?.id },
  });
  await expect(page.getByRole('heading', { name: 'Эта ссылка больше не работает' })).toBeVisible();
});
