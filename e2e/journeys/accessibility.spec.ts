import { expect, test, type Page } from '@playwright/test';
import { violationsOf, violationsOfColour } from './accessibility';
import { signIn, someone, type Person } from './person';
import { openScreens, people, screensOf, show, themes, type Role, type Screen } from './screens';

/** Every screen of the demo agency against WCAG 2.2 AA, in both themes and languages and at three widths. No rule is switched off. */

// They only look, so a role need not wait for another's.
test.describe.configure({ mode: 'parallel' });

/** All findings of a role's screens in one run. */
const softly = expect.configure({ soft: true });

/** The manager's screens are nearly the owner's, and are looked at in the other language. */
const languages: Record<Role, 'ru' | 'en'> = { owner: 'ru', manager: 'en', specialist: 'ru' };

const desk = { width: 1440, height: 900 };
const narrower = [
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

async function check(page: Page, screen: Screen): Promise<void> {
  await test.step(screen.name, async () => {
    const name = `${screen.name} (${screen.address})`;
    for (const theme of themes) {
      await show(page, screen, theme);
      const violations = theme === themes[0] ? await violationsOf(page) : await violationsOfColour(page);
      softly(violations, `${name}, ${theme}`).toEqual([]);
    }
    for (const size of narrower) {
      await page.setViewportSize(size);
      // What is wider than the page scrolls within itself (1.4.10, reflow).
      await softly.poll(() => overflowOf(page), { message: `${name}, ${size.width} px wide` }).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(desk);
  });
}

/** In two windows of one browser: while a page is loading in one, the other is looked at. */
async function checkAll({ page, another }: Person, screens: readonly Screen[]): Promise<void> {
  const rest = [...screens];
  const work = async (window: Page): Promise<void> => {
    for (let screen = rest.shift(); screen; screen = rest.shift()) await check(window, screen);
  };
  await Promise.all([work(page), work(await another())]);
}

/** By how many pixels the page is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('Screens that anybody may open', async ({ browser }) => {
  await checkAll(await someone(browser), openScreens);
});

for (const role of Object.keys(people) as Role[]) {
  test(`Screens of the ${role}`, async ({ browser }) => {
    test.setTimeout(900_000);
    const person = await someone(browser);
    await signIn(person, people[role]);
    await person.page.evaluate((language) => localStorage.setItem('planerka.language', language), languages[role]);
    await checkAll(person, await screensOf(role, person));
  });
}
