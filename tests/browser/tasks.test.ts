/** Tasks of readers: the answer is on the screen within the number of steps allowed. */
import { answer, questions, words } from '../helpers/graph-page.ts';
import { Reader } from '../helpers/reader.ts';
import { expect, placeOf, stopsScrolling, test, type Page } from '../helpers/site-test.ts';

const searchResults = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('option');

test('default and validation of the maximum edge backoff: a search and Enter', async ({ page }) => {
  await page.goto('');
  const reader = new Reader(page, 3);
  await reader.presses('/');
  await reader.types('maximum edge backoff');
  await expect(searchResults(page).first()).toContainText('FL_EDGE_MAX_BACKOFF');
  await reader.presses('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FL_EDGE_MAX_BACKOFF');
  const term = (name: string) => page.getByRole('main').locator(`dt:text-is("${name}") + dd`).first();
  await expect(term('Default')).toHaveText('300');
  await expect(term('Default')).toBeInViewport();
  await expect(term('Validation')).toContainText('integer');
  await expect(term('Validation')).toBeInViewport();
});

test('from spec/08, Section 8, to the cooldown and back to the same place', async ({ page, baseURL }) => {
  await page.goto('spec/08-single-site-orchestration/#8-scaling-operations');
  const reader = new Reader(page, 4);
  const reference = page.locator('a.ref-section[data-ref*="#9-"]:below(#elasticity-policies)').first();
  await reference.scrollIntoViewIfNeeded();
  await stopsScrolling(page);
  const before = await reference.boundingBox();
  await reader.clicks(reference);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await reader.clicks(contents.getByRole('link', { name: /Cooldown as Scale-Down Protection/ }));
  const cooldown = page.getByRole('heading', { name: /Cooldown as Scale-Down Protection/ });
  await expect(cooldown).toBeInViewport();
  for (let back = 0; back < 2; back++) await reader.goesBack();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/08-.*#8-scaling-operations$/);
  await expect.poll(() => reference.boundingBox()).toEqual(before);
});

test('which documents to read again when spec/14, Section 3, changes: two clicks to one list', async ({
  page,
}) => {
  await page.goto('spec/14-edge-and-auto-scaling/#3-intermittent-connectivity-handling');
  const reader = new Reader(page, 2);
  const backlinks = page
    .locator('details.backlinks:has(a[href*="3-intermittent-connectivity-handling"])')
    .first();
  await reader.clicks(backlinks.locator('summary'));
  await reader.clicks(backlinks.getByRole('link', { name: 'What to read again when it changes' }));
  const documents = answer(page).locator('details.impact-document summary');
  await expect(documents.first()).toContainText(/\d+ places directly/);
  await expect(documents.filter({ hasText: '03 Contextualization Variable Reference' })).toHaveCount(1);
});

test('a CONTEXT block for an edge SuperNode with TLS', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('');
  const reader = new Reader(page, 7);
  await reader.presses('/');
  await reader.types('context block');
  await expect(searchResults(page).first()).toContainText('Context builder');
  await reader.presses('Enter');
  await reader.clicks(page.locator('label', { has: page.getByRole('radio', { name: 'SuperNode' }) }));
  await reader.chooses(page.getByRole('combobox', { name: 'Image' }), 'edge');
  await reader.clicks(page.getByRole('switch', { name: 'FL_TLS_ENABLED', exact: true }));
  await reader.clicks(page.getByRole('button', { name: 'Copy', exact: true }));
  await expect(page.locator('[data-act-status]')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^CONTEXT = \[[^]*FL_TLS_ENABLED\s*= "YES"[^]*\]\n$/,
  );
});

test('is Phase 9 complete: two clicks', async ({ page }) => {
  await page.goto('');
  const reader = new Reader(page, 2);
  await reader.clicks(page.getByRole('banner').getByRole('link', { name: 'Phases' }));
  await reader.clicks(page.getByRole('link', { name: /^Phase 9/ }).first());
  await expect(page.getByRole('main').getByText(/^Contract kept: (\d+) of \1$/)).toBeInViewport();
});

test('by keyboard alone: from a section to what it refers to, and back to the same link', async ({
  page,
  baseURL,
}) => {
  await page.goto('');
  const reader = new Reader(page, 11);
  await reader.presses('/');
  await reader.types('14 3.5');
  await expect(searchResults(page).first()).toContainText('3.5 Client Disconnect');
  await reader.presses('Enter');
  await page.waitForURL(/#35-/);
  const reference = page.locator('[id^="35-"] ~ p a.ref-document[data-ref^="09-"]').first();
  await reader.pressesUntilFocused('Tab', reference);
  await reader.presses('Enter');
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/09-[^/]+\/$/);
  await reader.goesBack();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-[^/]+\/#35-/);
  await expect(reference).toBeFocused();
  await expect(reference).toBeInViewport();
});

test('what connects spec/12 and spec/05: two numbers', async ({ page }) => {
  await page.goto('graph/');
  const reader = new Reader(page, 7);
  await reader.chooses(questions(page), 'path');
  await reader.clicks(answer(page).getByRole('combobox', { name: 'From' }));
  await reader.types('12');
  await reader.presses('Enter');
  await expect(words(page)).toContainText('choose the other end');
  await reader.clicks(answer(page).getByRole('combobox', { name: 'To' }));
  await reader.types('05');
  await reader.presses('Enter');
  await expect(words(page)).toHaveText(/^12 Multi-Site Federation refers to 05 .* in \d+ places/);
  await expect(answer(page).locator('.path-steps mark').first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the boot step that finds GPUs: a search and one tap', async ({ page }) => {
    await page.goto('');
    const reader = new Reader(page, 3);
    await reader.taps(page.locator('.bottom-bar').getByRole('button', { name: 'Search' }));
    await reader.types('gpu boot step');
    await expect(searchResults(page).first()).toContainText('Step 9: Detect GPU');
    await reader.taps(searchResults(page).first());
    await expect(page.getByRole('heading', { name: /^Step 9: Detect GPU/ })).toBeInViewport();
  });
});
