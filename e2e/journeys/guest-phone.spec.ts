import { expect, test, type Browser } from '@playwright/test';
import { phone, signIn, someone, type Person } from './person';

/** What a client sees by link on a phone: of the demo agency, where a request waits for its answer. */

interface Request {
  readonly mode: 'ANY' | 'ALL';
  readonly subjects: readonly { readonly taskId: string }[];
  readonly links: readonly { readonly id: string; readonly isFinal: boolean }[];
}

interface Waiting {
  readonly taskId: string;
  readonly linkId: string;
}

async function manager(browser: Browser): Promise<Person> {
  const anna = await someone(browser);
  await signIn(anna, 'anna@mayak.example');
  return anna;
}

/** The latest request that one word of this link's owner decides. */
async function waiting({ ask }: Person): Promise<Waiting> {
  const { approvals } = await ask<{ approvals: { nodes: readonly Request[] } }>(`{
    approvals(filter: { states: [PENDING] }) {
      nodes { mode subjects { taskId } links { id isFinal } }
    }
  }`);
  for (const { mode, links, subjects } of approvals.nodes) {
    const link = links.find(({ isFinal }) => isFinal) ?? (mode === 'ANY' ? links[0] : undefined);
    const [subject, ...others] = subjects;
    if (link && subject && others.length === 0) return { taskId: subject.taskId, linkId: link.id };
  }
  throw new Error('Nothing of the demo agency waits for the client');
}

interface Address {
  readonly linkId: string;
  readonly url: string;
}

/** A new address for the link; the old one stops to work. */
async function renew({ ask }: Person, linkId: string, expiresAt?: Date): Promise<Address> {
  const { renewApprovalLink } = await ask<{
    renewApprovalLink: { __typename: string; links: readonly Address[] };
  }>(
    `mutation ($input: RenewApprovalLinkInput!) {
      renewApprovalLink(input: $input) { __typename ... on ApprovalSent { links { linkId url } } }
    }`,
    { input: { linkId, expiresAt: expiresAt?.toISOString() ?? null } },
  );
  expect(renewApprovalLink.__typename).toBe('ApprovalSent');
  const [address] = renewApprovalLink.links;
  if (!address) throw new Error('The link was not renewed');
  return { ...address, url: new URL(address.url).pathname };
}

test('A link that is wrong, replaced or too old says so, and shows nothing else', async ({ browser }) => {
  const anna = await manager(browser);
  const { linkId } = await waiting(anna);
  const { page } = await someone(browser, phone);

  await page.goto('/g/takoy-ssylki-net');
  await expect(page.getByRole('heading', { name: 'Такой ссылки нет' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Согласовать' })).toHaveCount(0);

  const old = await renew(anna, linkId);
  const current = await renew(anna, old.linkId);
  await page.goto(old.url);
  await expect(page.getByRole('heading', { name: 'Эта ссылка больше не работает' })).toBeVisible();
  await page.goto(current.url);
  await expect(page.getByRole('button', { name: 'Согласовать' })).toBeVisible();

  const short = await renew(anna, current.linkId, new Date(Date.now() + 5_000));
  await expect(async () => {
    await page.goto(short.url);
    await expect(page.getByRole('heading', { name: 'Срок ссылки закончился' })).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await expect(page.getByRole('button', { name: 'Согласовать' })).toHaveCount(0);
});

test('The client asks for changes, in words, and the work goes back', async ({ browser }) => {
  const anna = await manager(browser);
  const { taskId, linkId } = await waiting(anna);
  const link = await renew(anna, linkId);
  const { page } = await someone(browser, phone);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/graphql')),
    page.goto(link.url),
  ]);
  const received = await answer.text();

  await test.step('The page fits a phone', async () => {
    await expect(page.getByRole('button', { name: 'Согласовать' })).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Попросить правки' })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  await test.step('Nothing internal is on it, nor in what it was sent', async () => {
    const { task } = await anna.ask<{ task: { fee: { amount: string }; assignee: { name: string } } }>(
      'query ($id: ID!) { task(id: $id) { fee { amount } assignee { name } } }',
      {
        id: taskId,
      },
    );
    await expect(page.getByText('Гонорар')).toHaveCount(0);
    await expect(page.getByText(task.assignee.name)).toHaveCount(0);
    expect(received).toContain('GuestApproval');
    expect(received).not.toContain(task.fee.amount);
    expect(received).not.toContain('INTERNAL');
  });

  await test.step('«No» alone is not enough', async () => {
    await page.getByRole('button', { name: 'Попросить правки' }).click();
    await expect(page.getByRole('alert')).toHaveText(/Напишите, что поправить/);
  });

  await test.step('With words it is', async () => {
    await page.getByRole('textbox', { name: 'Комментарий' }).fill('Уберите цену из первой строки');
    await page.getByRole('button', { name: 'Попросить правки' }).click();
    await expect(page.getByRole('heading', { name: 'Спасибо, поправим' })).toBeVisible();
  });

  await test.step('A second answer is not asked for', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Правки уже в работе' })).toBeVisible();
  });

  const { task } = await anna.ask<{ task: { state: string } }>('query ($id: ID!) { task(id: $id) { state } }', {
    id: taskId,
  });
  expect(task.state).toBe('IN_PROGRESS');
  await anna.page.goto(`/tasks/${taskId}`);
  await expect(anna.page.getByText('Уберите цену из первой строки').first()).toBeVisible();
});
