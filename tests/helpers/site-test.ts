/** What browser tests share: the site's address, the errors of a page, and questions about a page. */
import { test as base, type Locator, type Page } from '@playwright/test';
import { expect } from './expect.ts';

export { expect };
export type { Locator, Page };

interface Fixtures {
  /** What went wrong in the page: uncaught errors, errors and warnings of the console, failed requests. */
  complaints: string[];
  /** What the Content Security Policy of a page forbade. A test in which something was forbidden fails. */
  violations: string[];
}

export const test = base.extend<Fixtures>({
  // The global set-up chooses a free port after the configuration has been read.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.SITE_UNDER_TEST),
  violations: [
    async ({ context }, use) => {
      const violations: string[] = [];
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
      });
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('requestfailed', (request) => {
      // A page that is left aborts its requests; they have not failed.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await use(complaints);
  },
});

/** The page's address below the base of the site, with its query and anchor. */
export function placeOf(page: Page, baseURL: string | undefined): string {
  return decodeURIComponent(page.url().slice(baseURL?.length ?? 0));
}

/** Presses a key until an element has the focus. @throws after `maxPresses` */
export async function pressUntilFocused(
  page: Page,
  key: string,
  target: Locator,
  maxPresses = 40,
): Promise<void> {
  for (let presses = 0; presses < maxPresses; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is not focused after ${maxPresses} presses of ${key}`);
}

/** By how many pixels the page is wider than the window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until a smooth scroll is over: the page is where it was for five frames. */
export async function stopsScrolling(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let [place, frames] = [scrollY, 0];
        const look = (): void => {
          frames = scrollY === place ? frames + 1 : 0;
          place = scrollY;
          if (frames >= 5) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** The sum of all layout shifts since the page was opened. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        });
        // Earlier entries are handed over in a task of their own.
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );
}

/** Waits until the browser has laid out, scrolled and painted. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/**
 * Waits until the scripts of a loaded page have nothing to do: what they fetch by themselves has been asked for. Waiting for
 * a silent network never ends where the browser keeps a connection open.
 */
export async function idle(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
}
