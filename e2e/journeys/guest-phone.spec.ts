import { expect, test, type Browser, type Page } from '@playwright/test';
import { violationsOf } from './accessibility';
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

/** Nothing that a screen reader would stumble on, in either theme, and nothing that has to be pushed sideways. */
async function isClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page)).toEqual([]);
  }
  const [inside, outside] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect(inside).toBeLessThanOrEqual(outside);
}

interface Address {
  readonly linkId: string;
  readonly url: string;
}

/** A new address for the link; the old one stops to work. */
async function renew(
  { ask }: Person,
  linkId: string,
  { expiresAt, pin }: { expiresAt?: Date; pin?: string } = {},
): Promise<Address> {
  const { renewApprovalLink } = await ask<{
    renewApprovalLink: { __typename: string; links: readonly Address[] };
  }>(
    `mutation ($input: RenewApprovalLinkInput!) {
      renewApprovalLink(input: $input) { __typename ... on ApprovalSent { links { linkId url } } }
    }`,
    { input: { linkId, expiresAt: expiresAt?.toISOString() ?? null, pin: pin ?? null } },
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
  await isClean(page);
  await page.goto(current.url);
  await expect(page.getByRole('button', { name: 'Согласовать' })).toBeVisible();

  const short = await renew(anna, current.linkId, { expiresAt: new Date(Date.now() + 5_000) });
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
    await isClean(page);
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
    await isClean(page);
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

test('Words outlive a lost network, and a trembling finger decides once', async ({ browser }) => {
  const anna = await manager(browser);
  const { taskId, linkId } = await waiting(anna);
  const link = await renew(anna, linkId);
  const { page } = await someone(browser, phone);
  await page.goto(link.url);
  const field = page.getByRole('textbox', { name: 'Комментарий' });
  const words = 'Цена старая, поправьте';
  await field.fill(words);

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Попросить правки' }).click();
  await expect(page.getByRole('alert')).toHaveText(/Нет связи/);
  await expect(field).toHaveValue(words);

  await page.context().setOffline(false);
  await page.reload();
  await expect(field).toHaveValue(words);
  await page.getByRole('button', { name: 'Попросить правки' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Спасибо, поправим' })).toBeVisible();

  const { approvals } = await anna.ask<{
    approvals: { nodes: readonly { decisions: readonly { comment: string }[] }[] };
  }>('query ($id: ID!) { approvals(filter: { taskId: $id }, first: 1) { nodes { decisions { comment } } } }', {
    id: taskId,
  });
  expect(approvals.nodes[0]?.decisions.map(({ comment }) => comment)).toEqual([words]);
});

test('An English phone is spoken to in English: by its PIN, then that nothing is asked any more', async ({
  browser,
}) => {
  const anna = await manager(browser);
  const { taskId, linkId } = await waiting(anna);
  const link = await renew(anna, linkId, { pin: '4821' });
  const { page } = await someone(browser, { ...phone, locale: 'en-GB' });
  await page.goto(link.url);
  await expect(page).toHaveTitle('Approval');
  const pin = page.getByRole('textbox');
  await pin.fill('1234');
  await page.getByRole('button').click();
  await expect(page.getByRole('alert')).toContainText('4');
  await isClean(page);
  await pin.fill('4821');
  await page.getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();

  const { approvals } = await anna.ask<{ approvals: { nodes: readonly { id: string; version: number }[] } }>(
    'query ($id: ID!) { approvals(filter: { taskId: $id }, first: 1) { nodes { id version } } }',
    { id: taskId },
  );
  const [asked] = approvals.nodes;
  await anna.ask('mutation ($input: WithdrawApprovalInput!) { withdrawApproval(input: $input) { __typename } }', {
    input: { approvalId: asked?.id, expectedVersion: asked?.version, reason: 'A better picture is on its way' },
  });
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('heading', { name: 'The agency has withdrawn this request' })).toBeVisible();
  await expect(page.getByText('A better picture is on its way')).toBeVisible();
  await isClean(page);
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
});
