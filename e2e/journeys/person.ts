import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';

/** Somebody at their own device: nothing is shared with the others but the product. */
export interface Person {
  readonly page: Page;
  /** One more window of the same browser. */
  readonly another: () => Promise<Page>;
  /** What a script of the same browser would ask: with the person's own session and rights. */
  readonly ask: <Data>(document: string, variables?: object) => Promise<Data>;
  /** What their pages asked the server until now. */
  readonly asked: Asked;
}

interface Asked {
  /** Operations of the build, by their ids. */
  byId: number;
  /** Operations in words: a page that was built sends none. */
  readonly inWords: string[];
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** In which journey each browser was opened. */
const journeys = new WeakMap<BrowserContext, string>();

export async function someone(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const journey = test.info().testId;
  // Those of the journey before would go on asking and listening beside this one.
  for (const left of browser.contexts()) if (journeys.get(left) !== journey) await left.close();
  const context = await browser.newContext(options);
  journeys.set(context, journey);
  const asked: Asked = { byId: 0, inWords: [] };
  context.on('page', (opened) => note(opened, asked));
  // What the policy refuses, the page goes without: whoever draws it hears of it here.
  context.on('console', (message) => expect.soft(message.text()).not.toContain('Content Security Policy'));
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return {
    page,
    another: () => context.newPage(),
    asked,
    async ask<Data>(query: string, variables: object = {}) {
      const answer = await page.request.post('/graphql', {
        headers: { 'x-planerka-csrf': '1' },
        data: { query, variables },
      });
      const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
      expect(errors, 'the query is answered without errors').toBeUndefined();
      return data;
    },
  };
}

/** Notes every operation that leaves the page, by request or by socket. */
function note(page: Page, asked: Asked): void {
  const take = (body: string | null): void => {
    const { query, extensions } = JSON.parse(body ?? '{}') as { query?: string; extensions?: object };
    if (query) asked.inWords.push(query);
    else if (extensions && 'persistedQuery' in extensions) asked.byId += 1;
  };
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql')) take(request.postData());
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const { type, payload: operation } = JSON.parse(payload.toString()) as { type: string; payload?: object };
      if (type === 'subscribe') take(JSON.stringify(operation));
    });
  });
}

export const demoPassword = 'planerka-demo';

/** Through the sign-in form, as anybody does. */
export async function signIn({ page }: Person, email: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Пароль').first().fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Chooses in one of the kit's lists by what a person reads there. */
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await fieldOf(within, label).click();
  await within.page().getByRole('option', { name: option, exact: true }).click();
}

/** The same of a list that takes several, by keyboard: chosen ones lie over its field. */
export async function toggle(within: Locator, label: string, options: readonly string[]): Promise<void> {
  const page = within.page();
  const field = fieldOf(within, label);
  await field.focus();
  await page.keyboard.press('ArrowDown');
  for (const option of options) await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Tab');
}

const fieldOf = (within: Locator, label: string): Locator =>
  within
    .getByRole('combobox', { name: label })
    .or(within.getByRole('textbox', { name: label }))
    .first();
