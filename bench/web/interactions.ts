import type { Browser, Locator, Page } from '@playwright/test';
import { pause, slowDown, visit, type Visitor } from './browser.ts';
import { framesOf, type Frames } from './frames.ts';

/** Something that people do on a screen, done once in a page of its own. */
export interface Interaction {
  readonly name: string;
  readonly address: string;
  readonly width?: number;
  /** There as soon as the screen can be used. */
  readonly ready: string;
  do(page: Page): Promise<void>;
}

export const SLOWDOWN = 4;
const FRAME_MS = 16;
const STEP_PIXELS = 480;
const SETTLE_MS = 1_500;
const SCROLL_LIMIT_MS = 60_000;
const STEPS_BETWEEN_LOOKS = 8;
const STILL_AT_END = 4;

export async function measure(
  browser: Browser,
  origin: string,
  visitor: Pick<Visitor, 'cookie'>,
  { address, width = 1440, ready, do: work }: Interaction,
): Promise<Frames> {
  const context = await visit(browser, { ...visitor, width, height: width < 720 ? 844 : 900 });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}${address}`);
    await page.locator(ready).first().waitFor({ timeout: 60_000 });
    await pause(SETTLE_MS);
    await slowDown(page, SLOWDOWN);
    return await framesOf(browser, page, () => work(page));
  } finally {
    await context.close();
  }
}

/** By the wheel, to where it ends and nothing more is loaded, or so many pixels. What scrolls is the nearest that can, around `inside`. */
async function scrollThrough(page: Page, inside: Locator, most = Infinity): Promise<void> {
  // Seven columns are wider than the window.
  await inside.scrollIntoViewIfNeeded();
  const scroller = await inside.evaluateHandle((element) => {
    const scrolls = (one: Element): boolean =>
      one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY);
    let found: Element | null = element;
    while (found && !scrolls(found)) found = found.parentElement;
    return found ?? document.documentElement;
  });
  const at = await scroller.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { x: (left + right) / 2, y: (Math.max(0, top) + Math.min(bottom, window.innerHeight)) / 2 };
  });
  await page.mouse.move(at.x, at.y);
  const until = performance.now() + SCROLL_LIMIT_MS;
  let still = 0;
  let last = -1;
  while (still < STILL_AT_END && last < most) {
    if (performance.now() > until) throw new Error(`Not at the end after ${SCROLL_LIMIT_MS / 1000} s of scrolling`);
    for (let step = 0; step < STEPS_BETWEEN_LOOKS; step++) {
      await page.mouse.wheel(0, STEP_PIXELS);
      await pause(FRAME_MS);
    }
    const top = await scroller.evaluate((element) => element.scrollTop);
    still = top === last ? still + 1 : 0;
    last = top;
  }
}

/** Over every target and back to where it came from: nothing is changed by it. */
async function dragOver(page: Page, card: Locator, targets: Locator): Promise<void> {
  const from = await centreOf(card);
  const over = await Promise.all((await targets.all()).map(centreOf));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  let at = from;
  for (const to of [...over, from]) {
    for (let step = 1; step <= 12; step++) {
      await page.mouse.move(at.x + ((to.x - at.x) * step) / 12, at.y + ((to.y - at.y) * step) / 12);
      await pause(FRAME_MS);
    }
    at = to;
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function centreOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not in sight');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 120) / 2 };
}

const columns = 'main section:has(article)';
/** The last of the long ones: what was cancelled stands behind it, and is short. */
const doneColumn = 'main section[aria-label^="Готово"]';

export const interactions = (month: string): readonly Interaction[] => [
  {
    name: 'board of 2,000: scroll a column of 600 to its end',
    address: '/tasks',
    ready: 'main article',
    do: async (page) => scrollThrough(page, page.locator(doneColumn).locator('article').first()),
  },
  {
    name: 'board of 2,000: drag a card over all columns',
    address: '/tasks',
    ready: 'main article',
    do: async (page) => {
      const column = page.locator(columns).nth(1);
      await dragOver(page, column.locator('article h3').first(), page.locator(columns));
    },
  },
  {
    name: 'month of 500: scroll',
    address: `/plan?client=all&month=${month}`,
    ready: 'main [role=cell] [data-item]',
    do: async (page) => scrollThrough(page, page.locator('main [role=row]').first()),
  },
  {
    name: 'month of 500: drag over two weeks',
    address: `/plan?client=all&month=${month}`,
    ready: 'main [role=cell] [data-item]',
    do: async (page) =>
      dragOver(
        page,
        page.locator('main [role=row]').nth(2).locator('[data-item]').first(),
        page.locator('main [role=row]:nth-child(2) [role=cell], main [role=row]:nth-child(3) [role=cell]'),
      ),
  },
  {
    name: 'month of 500 on a phone: scroll',
    address: `/plan?client=all&month=${month}`,
    width: 390,
    ready: 'main [data-item]',
    do: async (page) => scrollThrough(page, page.locator('main [data-item]').first()),
  },
  {
    name: 'table of 2,000 tasks: scroll 600',
    address: '/tasks?view=table&closed=1',
    ready: 'main tbody tr',
    do: async (page) => scrollThrough(page, page.locator('main table'), 600 * 50),
  },
  {
    name: 'timeline of 580 tasks: scroll',
    address: '/tasks?view=timeline&closed=1',
    ready: 'main [data-task]',
    do: async (page) => scrollThrough(page, page.locator('[data-timeline] section').first()),
  },
  {
    name: 'timeline of 580 tasks: drag a bar over other lanes',
    address: '/tasks?view=timeline&closed=1',
    ready: 'main [data-task]',
    do: async (page) => {
      const lanes = page.locator('[data-timeline] section');
      await dragOver(page, lanes.first().locator('[data-task]').first(), lanes);
    },
  },
  {
    name: 'table of 500 publications: scroll',
    address: `/plan?client=all&month=${month}&view=table`,
    ready: 'main tbody tr',
    do: async (page) => scrollThrough(page, page.locator('main table')),
  },
];
