/** The pages by keyboard alone. */
import { expect, placeOf, pressUntilFocused, settled, test } from '../helpers/site-test.ts';

const EDGE = 'spec/14-edge-and-auto-scaling/';

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto(EDGE);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('Tab reaches the links of the header, Enter follows them', async ({ page, baseURL }) => {
  await page.goto('');
  await pressUntilFocused(page, 'Tab', page.getByRole('banner').getByRole('link', { name: 'Variables' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Variables');
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Variables' })).toHaveAttribute(
    'aria-current',
    /page|true/,
  );
});

test('the contents lead to a section, and Tab continues from there', async ({ page, baseURL }) => {
  await page.goto(EDGE);
  const entry = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(4);
  await entry.focus();
  await page.keyboard.press('Enter');
  const slug = placeOf(page, baseURL).split('#')[1];
  await expect(page.locator(`[id="${slug}"]`)).toBeInViewport();
  await page.keyboard.press('Tab');
  const after = await page.evaluate(
    (id) =>
      Boolean(
        document.getElementById(id)!.compareDocumentPosition(document.activeElement!) &
        (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
      ),
    slug,
  );
  expect(after).toBe(true);
});

test('the focus is always visible', async ({ page }) => {
  await page.goto(EDGE);
  for (let stop = 0; stop < 45; stop++) {
    await page.keyboard.press('Tab');
    await settled(page);
    const focus = await page.evaluate(() => {
      const element = document.activeElement!;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const shown =
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none';
      return {
        what: element.outerHTML.slice(0, 90),
        shown,
        inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
      };
    });
    expect(focus, focus.what).toMatchObject({ shown: true, inView: true });
  }
});

test('a wide table scrolls with the arrow keys', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('spec/03-contextualization-reference/');
  const frames = page.locator('.table-scroll');
  const index = await frames.evaluateAll((all) =>
    all.findIndex((frame) => frame.scrollWidth > frame.clientWidth + 40),
  );
  await frames.nth(index).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => frames.nth(index).evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
});

test('backlinks unfold and can be followed', async ({ page, baseURL }) => {
  await page.goto('spec/03-contextualization-reference/');
  const backlinks = page.locator('details.backlinks').first();
  await backlinks.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(backlinks).toHaveAttribute('open', '');
  await page.keyboard.press('Tab');
  await expect(backlinks.getByRole('link').first()).toBeFocused();
  const href = await backlinks.getByRole('link').first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect.poll(() => `/${placeOf(page, baseURL)}`).toBe(href!.replace(new URL(baseURL!).pathname, '/'));
});
