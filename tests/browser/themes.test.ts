/** Light and dark: chosen, kept, and readable; axe goes through both. */
import AxeBuilder from '@axe-core/playwright';
import { PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, test, type Page } from '../helpers/site-test.ts';

const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor !== 'rgba(0, 0, 0, 0)'
  ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in a ${colorScheme} system`, () => {
    test.use({ colorScheme });

    for (const [type, path] of Object.entries(PAGE_TYPES)) {
      for (const width of [1440, 390]) {
        test(`${type} at ${width}: axe finds nothing that matters`, async ({ page }) => {
          test.slow();
          await page.setViewportSize({ width, height: 900 });
          await page.goto(path);
          await page.waitForLoadState('networkidle');
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
          expect(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary?.split('\n')[1]?.trim()}`).join(' | ')} (${nodes.length})`)).toEqual([]);
        });
      }
    }

    test('the open search has no faults either', async ({ page }) => {
      await page.goto('');
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog', { name: 'Search' });
      await dialog.getByRole('combobox').fill('backoff');
      await expect(dialog.getByRole('option').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    });
  });
}

test('the system\'s theme is taken', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background(page)).not.toBe(light);
});

test('a chosen theme is kept on other pages and after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const light = await background(page);
  await page.getByRole('button', { name: /light and dark|theme/i }).click();
  const dark = await background(page);
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background(page)).toBe(dark);
  await page.goto(PAGE_TYPES.document);
  expect(await background(page)).toBe(dark);
  await page.getByRole('button', { name: /light and dark|theme/i }).click();
  expect(await background(page)).toBe(light);
});

test('code is coloured for the theme that is shown', async ({ page }) => {
  const colour = () => page.locator('pre span[style]').first().evaluate((token) => getComputedStyle(token).color);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(PAGE_TYPES['document with wide tables']);
  const light = await colour();
  await page.getByRole('button', { name: /light and dark|theme/i }).click();
  expect(await colour()).not.toBe(light);
});

test('nothing moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of [PAGE_TYPES.document, PAGE_TYPES.graph]) {
    await page.goto(path);
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      const longest = Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(',').map((time) => Number.parseFloat(time) || 0));
      return longest > 0.05 || style.scrollBehavior === 'smooth';
    }).map((element) => element.outerHTML.slice(0, 80)));
    expect(moving, path).toEqual([]);
  }
});
