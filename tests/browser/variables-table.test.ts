import { expect, placeOf, test, type Page } from '../helpers/site-test.ts';

const rows = (page: Page) => page.locator('#variables tbody tr:visible');
const main = (page: Page) => page.getByRole('main');

test('facets, search and sorting narrow the table, and the URL keeps them', async ({ page, baseURL, complaints }) => {
  await page.goto('variables/');
  await expect(rows(page)).toHaveCount(46);
  await main(page).getByLabel('Phase', { exact: true }).selectOption('9');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator('[data-variables-count]')).toHaveText('2 of 46 names');
  await main(page).getByLabel('Search', { exact: true }).fill('max');
  await expect(rows(page)).toHaveCount(1);
  expect(placeOf(page, baseURL)).toBe('variables/?q=max&phase=9');
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await main(page).getByRole('button', { name: 'Clear' }).click();
  await expect(rows(page)).toHaveCount(46);
  expect(complaints).toEqual([]);
});

test('a column sorts up and down, and says so', async ({ page }) => {
  await page.goto('variables/');
  const head = page.getByRole('columnheader', { name: 'Mentions' });
  const mentions = async () => (await page.locator('#variables td:last-child').allTextContents()).map(Number);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await mentions()).toEqual((await mentions()).toSorted((a, b) => b - a));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
});

test('the page of a variable takes its USER_INPUT apart and copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('variables/FL_EDGE_BACKOFF/');
  await expect(page.locator('.user-input-parts li')).toHaveText([/O\s*optional/, /list/, /Edge discovery retry backoff strategy/, /exponential,fixed/, /exponential/]);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('FL_EDGE_BACKOFF = "O|list|Edge discovery retry backoff strategy|exponential,fixed|exponential"');
});
