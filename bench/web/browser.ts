import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';

const LOOPBACK = '127.0.0.1';

/** A browser as the journeys have it, and its door for Lighthouse. */
export async function openBrowser(executablePath: string | undefined, port: number): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      `--remote-debugging-port=${port}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

export interface Visitor {
  /** As a request's header has it. */
  readonly cookie: string;
  readonly width: number;
  readonly height: number;
}

export async function visit(browser: Browser, { cookie, width, height }: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'no-preference',
  });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, domain: LOOPBACK, path: '/', httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** Makes the page's processor so many times slower, as a cheap laptop's is. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
