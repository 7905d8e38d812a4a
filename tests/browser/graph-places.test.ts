/** Where things stand on the graph page: on their way from view to view. */
import { openMap } from '../helpers/graph-page.ts';
import { expect, settled, test, type Page } from '../helpers/site-test.ts';

const EDGE = '14-edge-and-auto-scaling';
const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const placeOfDot = (page: Page): Promise<string | null> => page.locator(`.map.live [data-id="${EDGE}"]`).getAttribute('transform');

test.describe('back on the map', () => {
  for (const view of ['bundle', 'matrix'] as const) {
    test(`dots travel from the ${view} to where they belong`, async ({ page, complaints }) => {
      await openMap(page);
      const home = await placeOfDot(page);
      await tab(page, view === 'bundle' ? 'Bundle' : 'Matrix').click();
      await expect(page.locator(`.${view}`)).toBeVisible();
      await settled(page);
      // Every place at which the dot is seen, from the first on.
      await page.evaluate((id) => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        new MutationObserver(() => {
          const transform = document.querySelector(`.map.live:not(.bundle) [data-id="${id}"]`)?.getAttribute('transform');
          if (transform && transform !== seen.at(-1)) seen.push(transform);
        }).observe(document.querySelector('[data-map]')!, { subtree: true, childList: true, attributes: true, attributeFilter: ['transform'] });
      }, EDGE);
      await tab(page, 'Map').click();
      await expect(page.locator('.map.live:not(.bundle)')).toBeVisible();
      await expect.poll(() => placeOfDot(page)).toBe(home);
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(seen.length).toBeGreaterThan(2);
      expect(seen[0]).not.toBe(home);
      await expect(page.locator('.travelling')).toHaveCount(0);
      await expect(page.locator('.map.live .node.labelled').nth(20)).toBeAttached();
      expect(complaints).toEqual([]);
    });
  }

  test('they are there at once where no motion is wanted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openMap(page);
    const home = await placeOfDot(page);
    await tab(page, 'Bundle').click();
    await expect(page.locator('.bundle')).toBeVisible();
    await tab(page, 'Map').click();
    await expect(page.locator('.map.live:not(.bundle)')).toBeVisible();
    expect(await placeOfDot(page)).toBe(home);
  });
});
