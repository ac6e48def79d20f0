import { test } from '@playwright/test';
import { phone, signIn, someone } from '../journeys/person';
import { openScreens, people, screensOf, show, themes, type Role } from '../journeys/screens';

/**
 * Each screen × desk and phone × light and dark, into `screenshots/ru/`; with LANGUAGES=ru,en the English ones, too.
 * Nothing is asserted here: the pictures are for looking at.
 */

const sizes = { 1440: {}, 390: phone } as const;
const languages = (process.env['LANGUAGES'] ?? 'ru').split(',');

for (const language of languages) {
  for (const [width, options] of Object.entries(sizes)) {
    for (const role of ['anybody', ...Object.keys(people)] as ('anybody' | Role)[]) {
      test(`${role}, ${width}, ${language}`, async ({ browser }) => {
        test.setTimeout(900_000);
        const person = await someone(browser, options);
        if (role !== 'anybody') await signIn(person, people[role]);
        await person.page.context().addInitScript((chosen) => {
          window.localStorage.setItem('planerka.language', chosen);
        }, language);
        const screens = role === 'anybody' ? openScreens : await screensOf(role, person);
        for (const screen of screens) {
          for (const theme of themes) {
            await show(person.page, screen, theme);
            await person.page.screenshot({
              path: `screenshots/${language}/${role}/${screen.name}-${width}-${theme}.png`,
              fullPage: true,
              animations: 'disabled',
            });
          }
        }
      });
    }
  }
}
