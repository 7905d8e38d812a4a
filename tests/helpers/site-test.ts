/** What browser tests share: the site's address, a page that is watched for errors, and ways to look at it. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect };
export type { Locator, Page };

interface Fixtures {
  /** Everything the page complained about: uncaught errors, console errors, failed and refused requests. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  // The set-up chooses a free port after the configuration was read.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.SITE_UNDER_TEST),
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('requestfailed', (request) => {
      // A request that the page itself gives up, by leaving, is none that failed.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await use(complaints);
  },
});

/** The path below the site's base that the page is at, with its anchor. */
export function placeOf(page: Page, baseURL: string | undefined): string {
  return decodeURIComponent(page.url().slice(baseURL?.length ?? 0));
}

/** Presses a key until something has the focus, as one would; fails after `most` presses. */
export async function pressUntilFocused(page: Page, key: string, target: Locator, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} times ${key} did not reach ${target}`);
}

/** How much wider than the window the page is; 0 where nothing needs to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until the browser has laid out, scrolled and painted. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
