/** Parts of the graph page, for browser tests. */
import { expect, type Locator, type Page } from './site-test.ts';

export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected' });
export const list = (page: Page): Locator => page.getByRole('region', { name: 'The same as a list' });
export const map = (page: Page): Locator =>
  page.getByRole('application', { name: 'Map of the specification' });
/** The heading of what is selected; a question that is asked has its own. */
export const heading = (page: Page): Locator => page.locator('[data-panel-body] h2');
export const answer = (page: Page): Locator => page.locator('[data-answer]');
export const words = (page: Page): Locator => answer(page).locator('.answer-words');
/** The select with the questions. */
export const questions = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'What do you want to know?' });

/** @param query what stands behind the page's address */
export async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(`graph/${query}`);
  await isDrawn(page);
}

/** Waits until the picture is complete: nothing moves, and the last labels are drawn. */
export async function isDrawn(page: Page): Promise<void> {
  await expect(page.locator('[data-map-host][data-ready]:not([data-drawing])')).toBeVisible({
    timeout: 20_000,
  });
}

/** The picture as a string, so that two pictures can be compared. */
export const picture = (page: Page): Promise<string> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
