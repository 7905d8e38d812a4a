/** The pages at the width of a phone. */
import { axeFaults } from '../helpers/axe.ts';
import { PAGES_FOR_AXE, PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, settled, sidewaysOverflow, test } from '../helpers/site-test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const [type, path] of Object.entries(PAGE_TYPES)) {
  test(`${type}: the page never scrolls sideways, and axe finds nothing`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    if (PAGES_FOR_AXE.has(path)) expect.soft(await axeFaults(page)).toEqual([]);
    // A desktop window zoomed to 400 % is 320 pixels wide.
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await settled(page);
      expect.soft(await sidewaysOverflow(page), `at ${width}`).toBe(0);
      // A phone lays a page that is too wide out in a wider window.
      expect.soft(await page.evaluate(() => innerWidth), `at ${width}`).toBe(width);
    }
  });
}

for (const [button, drawer] of [
  ['Documents', 'Documents'],
  ['Contents', 'On this page'],
]) {
  test(`the drawer "${button}" opens, closes, and closes when a link is followed`, async ({ page }) => {
    await page.goto(PAGE_TYPES.document);
    const panel = page.getByRole('navigation', { name: drawer });
    await expect(panel).toBeHidden();
    const opener = page.locator('.bottom-bar').getByRole('button', { name: button });
    await opener.tap();
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await opener.tap();
    await panel.getByRole('button', { name: 'Close' }).tap();
    await expect(panel).toBeHidden();
    await opener.tap();
    await panel.getByRole('link').nth(4).tap();
    await expect(panel).toBeHidden();
  });
}

test('the search opens from the bar at the bottom', async ({ page }) => {
  await page.goto(PAGE_TYPES.document);
  await page.locator('.bottom-bar').getByRole('button', { name: 'Search' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill('FL_EGDE_BACKOF');
  await dialog.getByRole('option').first().tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
});

test('the buttons of the bar are large enough for a finger', async ({ page }) => {
  await page.goto(PAGE_TYPES.document);
  for (const button of await page.locator('.bottom-bar').getByRole('button').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(40);
  }
});

test('the bar covers nothing at the end of the page', async ({ page }) => {
  await page.goto(PAGE_TYPES.document);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const bar = (await page.locator('.bottom-bar').boundingBox())!;
  const last = (await page.getByRole('contentinfo').getByRole('link').last().boundingBox())!;
  expect(last.y + last.height).toBeLessThanOrEqual(bar.y);
});
