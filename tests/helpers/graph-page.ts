/** Parts of the graph page, for browser tests. */
import type { MapData } from '../../src/map/model.ts';
import { expect, type Locator, type Page } from './site-test.ts';

export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected' });
export const list = (page: Page): Locator => page.getByRole('region', { name: 'The same as a list' });
export const map = (page: Page): Locator =>
  page.getByRole('application', { name: 'Map of the specification' });
export const dots = (page: Page, kind: string): Locator => page.locator(`.map.live .node-${kind}`);
export const dot = (page: Page, id: string): Locator => page.locator(`.map.live [data-id="${id}"] circle`);
/** The heading of what is selected; a question that is asked has its own. */
export const heading = (page: Page): Locator => page.locator('[data-panel-body] h2');
export const answer = (page: Page): Locator => page.locator('[data-answer]');
/** Ids of the dots that are not dimmed. */
export const highlightedIds = (page: Page): Promise<string[]> =>
  page
    .locator('.map.live .node.near')
    .evaluateAll((all) => all.map((node) => node.getAttribute('data-id')!).sort());

/** @param query what stands behind the page's address */
export async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(`graph/${query}`);
  await expect(page.locator('.map.live')).toBeVisible();
}

/** Replays the phases until the second, and stops. */
export async function replayTwoPhases(page: Page): Promise<void> {
  const replay = page.getByRole('button', { name: 'Replay' });
  await replay.click();
  await expect(page.getByText(/^Phase 1: /)).toBeVisible();
  await expect(page.getByText(/^Phase 2: /)).toBeVisible();
  await replay.click();
  await expect(replay).toHaveAttribute('aria-pressed', 'false');
}

/** Does what the dev server does when a document has been saved: new data in the page, and a word about it. */
export async function save(page: Page, change: (data: MapData) => MapData): Promise<void> {
  const data = await page.evaluate(() => document.querySelector('[data-map-data]')!.textContent!);
  await page.evaluate(
    (text) => {
      document.querySelector('[data-map-data]')!.textContent = text;
      document.dispatchEvent(new CustomEvent('spec:changed'));
    },
    JSON.stringify(change(JSON.parse(data) as MapData)),
  );
}
