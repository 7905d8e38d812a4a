/** The pages at the width of a phone, and that none scrolls sideways at any usual width. */
import { axeFaults } from '../helpers/axe.ts';
import { PAGES_FOR_AXE, PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, settled, sidewaysOverflow, test, type Page } from '../helpers/site-test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** A test opens several pages, since the start of a test costs as much as a page. */
const PAGES_PER_TEST = 3;
const pageTypes = Object.entries(PAGE_TYPES);

for (let first = 0; first < pageTypes.length; first += PAGES_PER_TEST) {
  const group = pageTypes.slice(first, first + PAGES_PER_TEST);
  test(`${group.map(([type]) => type).join(', ')}: the page never scrolls sideways, and axe finds nothing`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    for (const [type, path] of group) await test.step(type, () => examine(page, type, path));
  });
}

/** A desktop window zoomed to 400 % is 320 pixels wide. */
const WIDTHS = [390, 320, 768, 1024, 1180, 1440];
/** Where the headings of pages begin at a width of 1440: under the brand, or where the text of a document begins. */
const GRID_AT_1440 = [24, 304];

test('a table with many columns is a list of cards on a phone, and fits beside both lists on a desktop', async ({
  page,
}) => {
  await page.goto('spec/03-contextualization-reference/');
  const tables = page.locator('.many-columns');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const hidden = await tables.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(Math.max(...hidden), `pixels of a table that are hidden at ${width}`).toBeLessThanOrEqual(0);
  }
});

async function examine(page: Page, type: string, path: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  if (PAGES_FOR_AXE.has(path)) expect.soft(await axeFaults(page), type).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await settled(page);
    expect.soft(await sidewaysOverflow(page), `${type}, at ${width}`).toBe(0);
    // A phone lays a page that is too wide out in a wider window.
    expect.soft(await page.evaluate(() => innerWidth), `${type}, at ${width}`).toBe(width);
  }
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect.soft(GRID_AT_1440, `${type}: the heading stands at a line of the grid`).toContain(heading?.x);
}

test('the bar at the bottom, its drawers and its search', async ({ page }) => {
  await page.goto(PAGE_TYPES.document);

  await test.step('the buttons of the bar are large enough for a finger', async () => {
    for (const button of await page.locator('.bottom-bar').getByRole('button').all()) {
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(40);
    }
  });

  await test.step('the bar covers nothing at the end of the page', async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const bar = (await page.locator('.bottom-bar').boundingBox())!;
    const last = (await page.getByRole('contentinfo').getByRole('link').last().boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(bar.y);
  });

  // The link of the last drawer leads to another document.
  for (const [button, drawer] of [
    ['Contents', 'On this page'],
    ['Documents', 'Documents'],
  ])
    await test.step(`the drawer "${button}" opens, closes, and closes when a link is followed`, async () => {
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
  await page.goto(PAGE_TYPES.document);
  await test.step('Graph, Boot sequences and Integrity are two taps away', async () => {
    for (const name of ['Graph', 'Boot sequences', 'Integrity']) {
      await page.locator('.bottom-bar').getByRole('button', { name: 'Pages' }).tap();
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    }
  });
  await page.goto(PAGE_TYPES.document);
  await test.step('references in running text have a mark that opens their preview; those in tables have none', async () => {
    const mark = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((reference) => getComputedStyle(reference, '::after').content);
    expect(await mark('.prose p > a[data-ref]')).not.toBe('none');
    expect(await mark('.prose td > a[data-ref]')).toBe('none');
  });
  await test.step('the search opens from the bar at the bottom', async () => {
    await page.locator('.bottom-bar').getByRole('button', { name: 'Search' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill('FL_EGDE_BACKOF');
    await dialog.getByRole('option').first().tap();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
  });
});
