import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { pause, slowDown, visit, type Visitor } from './browser.ts';

/** Milliseconds from a key to the frame that shows its letter, as the Event Timing API has them: in steps of eight. */
export interface Keystrokes {
  readonly median: number;
  readonly longest: number;
}

const SENTENCE = 'Раздвижной стол: хватит места всем';
const FRAME_MS = 16;

/** A letter after another into the first field of a brief, with the page that many times slower. */
export async function typeIntoBrief(
  browser: Browser,
  address: string,
  visitor: Pick<Visitor, 'cookie'>,
  slowdown: number,
): Promise<Keystrokes> {
  const context = await visit(browser, { ...visitor, width: 1440, height: 900 });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const field = page.locator('main textarea:visible').first();
    await field.waitFor({ timeout: 60_000 });
    await field.focus();
    await pause(1_500);
    await slowDown(page, slowdown);
    await watchKeys(page);
    await field.pressSequentially(SENTENCE, { delay: 120 });
    await pause(500);
    const seen = z.array(z.number()).parse(await page.evaluate('window.keystrokes'));
    // Quicker than the interface tells of: sixteen at most.
    const quick = Math.max(0, SENTENCE.length - seen.length);
    const all = [...Array.from({ length: quick }, () => FRAME_MS), ...seen].toSorted((one, other) => one - other);
    return { median: all[Math.floor(all.length / 2)] ?? NaN, longest: all.at(-1) ?? NaN };
  } finally {
    await context.close();
  }
}

const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { keystrokes: durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration);
      // lib.dom does not know the threshold of this kind of entry
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
