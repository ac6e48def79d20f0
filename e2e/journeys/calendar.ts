import type { Page } from '@playwright/test';

/** "2026-12-08" → «8 декабря 2026», as a calendar's day is called. */
const nameOf = (day: string): string => {
  const parts = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(`${day}T12:00:00Z`))
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value);
  return parts.filter((value) => /^[\d]+$|^[а-я]+$/.test(value) && value !== 'г').join(' ');
};

/** In the calendar that is open on the page, turning its leaves as far as needed. */
export async function pickDay(page: Page, day: string): Promise<void> {
  const cell = page.getByRole('button', { name: nameOf(day), exact: true }).and(page.locator(':not([data-outside])'));
  for (let leaf = 0; leaf < 4 && (await cell.count()) === 0; leaf += 1) {
    await page.locator('[data-direction="next"]').last().click();
  }
  await cell.first().click();
}
