/** The light and the dark theme: choice and storage, motion, forced colours. */
import { PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, test, type Page } from '../helpers/site-test.ts';

const background = (page: Page): Promise<string> =>
  page.evaluate(() =>
    getComputedStyle(document.documentElement).backgroundColor !== 'rgba(0, 0, 0, 0)'
      ? getComputedStyle(document.documentElement).backgroundColor
      : getComputedStyle(document.body).backgroundColor,
  );

test("the site uses the system's theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background(page)).not.toBe(light);
});

test('the chosen theme stays on other pages and after a reload', async ({ page }) => {
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

test('the colours of code change with the theme', async ({ page }) => {
  const colour = () =>
    page
      .locator('pre .line span')
      .first()
      .evaluate((token) => getComputedStyle(token).color);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(PAGE_TYPES['document with wide tables']);
  const light = await colour();
  await page.getByRole('button', { name: /light and dark|theme/i }).click();
  expect(await colour()).not.toBe(light);
});

test('there are no animations where the system asks for reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of [PAGE_TYPES.document, PAGE_TYPES.graph]) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const longest = Math.max(
            ...`${style.transitionDuration},${style.animationDuration}`
              .split(',')
              .map((time) => Number.parseFloat(time) || 0),
          );
          return longest > 0.05 || style.scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(moving, path).toEqual([]);
  }
});

test('with forced colours, outlines show what shades show otherwise', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(PAGE_TYPES.document);
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  for (const current of ['.site-nav [aria-current]', '.nav-group [aria-current]', '.toc [aria-current]'])
    expect(await outline(current), current).toBe('solid');
  expect(await outline('.site-nav a:not([aria-current])')).toBe('none');
  await page.goto(`${PAGE_TYPES.document}#1-purpose-and-scope`);
  expect(await outline('.prose h2:target'), 'the heading that a link led to').toBe('solid');
  await page.keyboard.press('/');
  await page.keyboard.type('backoff');
  // Each letter draws the results anew: one that has just been removed has no style.
  const chosen = '.result[aria-selected="true"]';
  await expect.poll(() => outline(chosen), { message: 'the chosen result' }).toBe('solid');
  await page.goto('variables/builder/');
  expect(await outline('.segments :checked + span'), 'the chosen appliance').toBe('solid');
  await page.goto('graph/?view=matrix');
  await expect(page.locator('.matrix .box rect').first()).toBeVisible();
  expect(await outline('[aria-pressed="true"]'), 'the view').toBe('solid');
  const cell = page.locator('.matrix .box rect').first();
  const [fill, stroke] = await cell.evaluate((element) => [
    getComputedStyle(element).fill,
    getComputedStyle(element).stroke,
  ]);
  expect(stroke).not.toBe(fill);
});
