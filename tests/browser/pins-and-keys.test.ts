/** Pins, keys without Ctrl and the list of shortcuts. */
import { PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, layoutShift, placeOf, settled, test, type Page } from '../helpers/site-test.ts';

const pins = (page: Page) => page.locator('[id="page:pins"] li');
const EDGE = PAGE_TYPES.document;

test('pins the current section, lists it, opens it with its digit and unpins it', async ({
  page,
  baseURL,
  complaints,
}) => {
  await page.goto(EDGE);
  await page.locator('.toc > li > a').filter({ hasText: /^3/ }).click();
  const section = page.locator('.toc [aria-current="location"]');
  await expect(section).toHaveText(/^3/);
  const name = (await section.textContent())!.trim().replace(/\s+/g, ' ');
  const href = await section.getAttribute('href');
  await page.keyboard.press('p');
  await expect(page.getByRole('status').filter({ hasText: `Pinned: ${name}` })).toBeVisible();
  await expect(pins(page)).toHaveCount(1);
  await expect(pins(page)).toContainText('spec/14');
  await page.goto('variables/FL_EDGE_BACKOFF/');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(pins(page)).toHaveCount(2);
  await page.goto('');
  await page.keyboard.press('2');
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
  // Keys count once the page's script runs, which draws the list.
  await expect(pins(page)).toHaveCount(2);
  await page.keyboard.press('1');
  await expect.poll(() => placeOf(page, baseURL)).toBe(`${EDGE}${href}`);
  await page.getByRole('button', { name: `Unpin ${name}` }).click();
  await expect(pins(page)).toHaveCount(1);
  await page.keyboard.press('9');
  await expect(page.getByText('There is no pin 9.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('pinning twice unpins; a tenth pin is refused', async ({ page }) => {
  await page.goto('variables/FL_EDGE_BACKOFF/');
  await page.keyboard.press('p');
  await expect(pins(page)).toHaveCount(1);
  await page.keyboard.press('p');
  await expect(pins(page)).toHaveCount(0);
  await page.evaluate(() =>
    localStorage.setItem(
      'pins',
      JSON.stringify(
        Array.from({ length: 9 }, (_, i) => ({ url: `/${i}/`, label: `Place ${i}`, place: '' })),
      ),
    ),
  );
  await page.reload();
  await expect(pins(page)).toHaveCount(9);
  await page.keyboard.press('p');
  await expect(page.getByText('9 places are pinned. Unpin one first.')).toBeVisible();
  await expect(pins(page)).toHaveCount(9);
});

test('the list of pins causes no layout shift', async ({ page }) => {
  await page.goto(EDGE);
  await page.keyboard.press('p');
  await expect(pins(page)).toHaveCount(1);
  await page.reload();
  await expect(pins(page)).toBeVisible();
  await settled(page);
  expect(await layoutShift(page)).toBeLessThan(0.005);
});

test('? lists the shortcuts, and keys without Ctrl can be switched off', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toBeVisible();
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  for (const key of ['/', 'p', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pins(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await expect(help).toBeVisible();
  await help.getByRole('checkbox').check();
  await help.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('letters typed into a field are no shortcuts', async ({ page }) => {
  await page.goto('variables/');
  const field = page.getByRole('searchbox', { name: 'Find in this list' });
  await field.pressSequentially('p1?');
  await expect(field).toHaveValue('p1?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('at the end of a page the contents mark its last entry', async ({ page }) => {
  await page.goto('spec/14-edge-and-auto-scaling/');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator('.toc [aria-current="location"]')).toContainText('Referenced by');
});

test('J and K go from section to section, R opens the references, F filters the contents', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${EDGE}#3-intermittent-connectivity-handling`);
  const places = ['#31-three-layer-resilience-model', '#32-edge-backoff-configuration'];
  for (const place of places) {
    await page.keyboard.press('j');
    await expect.poll(() => placeOf(page, baseURL)).toBe(EDGE + place);
  }
  for (const place of [places[0], '#3-intermittent-connectivity-handling']) {
    await page.keyboard.press('k');
    await expect.poll(() => placeOf(page, baseURL)).toBe(EDGE + place);
  }
  await page.keyboard.press('r');
  const references = page.locator('details.backlinks[open]');
  await expect(references.locator('summary')).toBeFocused();
  await expect(references).toHaveCount(1);
  await expect(references.locator('mark').first()).toContainText('3');

  await page.keyboard.press('f');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('cooldown');
  await expect(contents.getByRole('link')).toContainText([/Auto-Scaling/, /Cooldown/, /Join/, /Cooldown/]);
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/#\S*cooldown/);
});

test('all groups of mentions open and fold at once', async ({ page }) => {
  await page.goto('variables/FL_EDGE_BACKOFF/');
  const groups = page.locator('.backlink-group');
  const open = page.locator('.backlink-group[open]');
  const [all, before] = [await groups.count(), await open.count()];
  expect(before).toBeLessThan(all);
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(open).toHaveCount(all);
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect(open).toHaveCount(0);
});
