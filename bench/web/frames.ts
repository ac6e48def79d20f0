import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

/** Milliseconds. */
export interface Frames {
  /** Between two frames: the longest, and the one that five of a hundred exceed. */
  readonly longest: number;
  readonly p95: number;
  /** Of the page's main thread, by the trace. */
  readonly longestTask: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** What the page's frames were like while `work` was done with it. */
export async function framesOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameGaps: gaps });
  });
  await work();
  const gaps = z.array(z.number()).parse(await page.evaluate('window.frameGaps'));
  const { traceEvents } = trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const main = new Set(
    traceEvents.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? `${pid} ${tid}` : [],
    ),
  );
  const tasks = traceEvents.flatMap(({ name, dur, pid, tid }) =>
    name === 'RunTask' && dur !== undefined && main.has(`${pid} ${tid}`) ? dur / 1000 : [],
  );
  // The first is from the call to the frame after it.
  const sorted = gaps.slice(1).toSorted((one, other) => one - other);
  return {
    longest: Math.round(sorted.at(-1) ?? NaN),
    p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? NaN),
    longestTask: Math.round(tasks.reduce((longest, task) => Math.max(longest, task), 0)),
  };
}
