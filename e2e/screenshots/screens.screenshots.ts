import { test } from '@playwright/test';
import { phone, signIn, someone } from '../journeys/person';
import { openScreens, people, screensOf, show, themes, type Role } from '../journeys/screens';

/** Each screen × desk and phone × light and dark, into `screenshots/`. */

const sizes = { 1440: {}, 390: phone } as const;

for (const [width, options] of Object.entries(sizes)) {
  for (const role of ['anybody', ...Object.keys(people)] as ('anybody' | Role)[]) {
    test(`${role}, ${width}`, async ({ browser }) => {
      test.setTimeout(900_000);
      const person = await someone(browser, options);
      if (role !== 'anybody') await signIn(person, people[role]);
      const screens = role === 'anybody' ? openScreens : await screensOf(role, person);
      for (const screen of screens) {
        for (const theme of themes) {
          await show(person.page, screen, theme);
          await person.page.screenshot({
            path: `screenshots/${role}/${screen.name}-${width}-${theme}.png`,
            fullPage: true,
            animations: 'disabled',
          });
        }
      }
    });
  }
}
