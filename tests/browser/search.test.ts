/** Finding things with the keyboard. */
import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';

const field = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('combobox');
const results = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('option');

test('a mistyped variable is found and opened with the keyboard alone', async ({ page, baseURL }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('FL_EGDE_BACKOF');
  await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
  await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');
  expect(placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
});

test('letters typed while the search is being loaded are not lost', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('FL_EDGE_BACKOFF');
  await expect(field(page)).toHaveValue('FL_EDGE_BACKOFF');
  await page.keyboard.type('x');
  await expect(field(page)).toHaveValue('FL_EDGE_BACKOFFx');
});

test('Control-K opens the search, Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('spec/14-edge-and-auto-scaling/');
  const link = page.getByRole('main').getByRole('link').nth(3);
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('arrows walk through the results and around their ends', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('backoff');
  await expect(results(page).nth(1)).toBeVisible();
  const selected = () => results(page).evaluateAll((all) => all.findIndex((option) => option.getAttribute('aria-selected') === 'true'));
  expect(await selected()).toBe(0);
  await page.keyboard.press('ArrowDown');
  expect(await selected()).toBe(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await selected()).toBe(await results(page).count() - 1);
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await results(page).last().getAttribute('id'))!);
});

test('what is not there is said, not shown as an error', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('zzqqxxyy');
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('status')).toContainText('zzqqxxyy');
  await expect(results(page)).toHaveCount(0);
});

test('special characters are letters like others', async ({ page, complaints }) => {
  await page.goto('');
  await page.keyboard.press('/');
  for (const query of ['(', '[a-', '\\', '<img src=x onerror=alert(1)>', '*', '"']) {
    await field(page).fill(query);
    await page.waitForTimeout(30);
  }
  expect(complaints).toEqual([]);
});

test('the visible button opens it too, and a click on a result follows it', async ({ page, baseURL }) => {
  await page.goto('');
  await page.getByRole('banner').getByRole('button', { name: /^Search/ }).click();
  await field(page).fill('spec/14');
  await results(page).filter({ hasText: 'Edge and Auto-Scaling' }).first().click();
  expect(placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\//);
});

test('a query can be linked', async ({ page }) => {
  await page.goto('?q=FL_EDGE_BACKOFF');
  await expect(field(page)).toHaveValue('FL_EDGE_BACKOFF');
  await expect(results(page).first()).toContainText('FL_EDGE_BACKOFF');
});

for (const [query, first] of [
  ['edge backoff', 'FL_EDGE_BACKOFF'], ['fledgebackoff', 'FL_EDGE_BACKOFF'], ['flower version', 'FLOWER_VERSION'], ['ML_FRAMWORK', 'ML_FRAMEWORK'],
  ['spec/03', 'Contextualization'], ['ORCH-03', 'ORCH-03'],
]) {
  test(`"${query}" finds ${first} first`, async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await field(page).fill(query);
    await expect(results(page).first()).toContainText(first);
  });
}
