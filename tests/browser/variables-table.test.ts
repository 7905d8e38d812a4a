import { readFile } from 'node:fs/promises';
import { expect, placeOf, sidewaysOverflow, test } from '../helpers/site-test.ts';

const rows = '#variables tbody tr:visible';

test('facets and search narrow the table, and the URL keeps them', async ({ page, baseURL, complaints }) => {
  await page.goto('variables/');
  await expect(page.locator(rows)).toHaveCount(46);
  const facets = page.getByRole('search', { name: 'Variables' });
  await facets.getByRole('group', { name: 'Phase' }).getByRole('checkbox', { name: /^9 / }).check();
  await expect(page.locator(rows)).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: 'of 46' })).toHaveText(
    '2 names of 46, 2 definitions',
  );
  await page.getByLabel('Find in this list').fill('max');
  await expect(page.locator(rows)).toHaveCount(1);
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/?q=max&phase=9');
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(1);
  await facets.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator(rows)).toHaveCount(46);
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/');
  expect(complaints).toEqual([]);
});

test('the counts of a facet follow the other facets', async ({ page }) => {
  await page.goto('variables/?phase=9');
  const appliance = page.getByRole('group', { name: 'Appliance' });
  await expect(appliance.locator('label')).toHaveText([/^SuperLink\s*0$/, /^SuperNode\s*2$/]);
});

test('a row hides the definitions that do not match', async ({ page }) => {
  await page.goto('variables/?component=SuperNode&q=FL_LOG_LEVEL');
  await expect(page.locator(`${rows} td[data-label="Appliance"] div:visible`)).toHaveText(['SuperNode']);
});

test('where nothing matches, a button clears the filters', async ({ page }) => {
  await page.goto('variables/?q=nothing-of-that-name');
  await expect(page.locator(rows)).toHaveCount(0);
  await page.getByText('No variable fits').getByRole('button').click();
  await expect(page.locator(rows)).toHaveCount(46);
  await expect(page.getByLabel('Find in this list')).toBeFocused();
});

test('a column sorts in both directions, and announces it', async ({ page }) => {
  await page.goto('variables/');
  const head = page.getByRole('columnheader', { name: 'Mentions' });
  const mentions = () =>
    page
      .locator('#variables td:last-child')
      .allTextContents()
      .then((all) => all.map(Number));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await mentions()).toEqual((await mentions()).toSorted((a, b) => b - a));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('Sort by').selectOption('Order of the specification');
  await expect(page.locator(`${rows} .name`).first()).toHaveText('FLOWER_VERSION');
});

test('exports the shown definitions', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('variables/?phase=9');
  const saved = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page
      .getByRole('group', { name: 'Export the shown variables' })
      .getByRole('button', { name, exact: true })
      .click();
    return readFile(await (await download).path(), 'utf8');
  };
  expect(
    (await saved('CSV'))
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(',')[0]),
  ).toEqual(['name', 'FL_EDGE_BACKOFF', 'FL_EDGE_MAX_BACKOFF']);
  expect(JSON.parse(await saved('JSON'))).toMatchObject([
    { name: 'FL_EDGE_BACKOFF', number: 14 },
    { name: 'FL_EDGE_MAX_BACKOFF', number: 15 },
  ]);
  const block = await saved('USER_INPUTS');
  expect(block).toContain(
    'FL_EDGE_MAX_BACKOFF = "O|number|Maximum backoff interval in seconds for edge discovery||300"',
  );
  expect(block).toContain('# Phase 9: Edge and Auto-Scaling');
  await page.getByRole('button', { name: 'Copy USER_INPUTS' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(block);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the filters unfold, and rows are cards', async ({ page }) => {
    await page.goto('variables/');
    const facet = page.getByRole('group', { name: 'Phase' });
    await expect(facet).toBeHidden();
    await page.getByRole('button', { name: 'Filters' }).click();
    await facet.getByRole('checkbox', { name: /^9 / }).check();
    await expect(page.locator(rows)).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Filters 1' })).toHaveAttribute('aria-expanded', 'true');
    expect(
      await page
        .getByRole('row')
        .nth(1)
        .evaluate((row) => getComputedStyle(row).display),
    ).toBe('grid');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });
});

test('the page of a variable explains the parts of its USER_INPUT and copies it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('variables/FL_EDGE_BACKOFF/');
  await expect(page.locator('.input-parts dd')).toHaveText([
    /O\s*optional/,
    /list/,
    /Edge discovery retry backoff strategy/,
    /exponential,fixed/,
    /exponential/,
  ]);
  await page.getByRole('button', { name: 'Copy line' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'FL_EDGE_BACKOFF = "O|list|Edge discovery retry backoff strategy|exponential,fixed|exponential"',
  );
  await page.getByRole('button', { name: 'Copy name' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('FL_EDGE_BACKOFF');
});
