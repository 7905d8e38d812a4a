/** The site without JavaScript. */
import { PAGE_TYPES } from '../helpers/built-site.ts';
import { expect, placeOf, test } from '../helpers/site-test.ts';

test.use({ javaScriptEnabled: false });

test('from the home page to a document, to a variable, to the list and back', async ({ page, baseURL }) => {
  await page.goto('');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Edge and Auto-Scaling/ })
    .first()
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toBe('spec/14-edge-and-auto-scaling/');
  await page
    .getByRole('main')
    .locator('p, li')
    .getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true })
    .first()
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
  await page.getByRole('banner').getByRole('link', { name: 'Variables' }).click();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true }).first(),
  ).toBeVisible();
});

test('the list of documents and the contents of the page are beside the text', async ({ page, baseURL }) => {
  await page.goto(PAGE_TYPES.document);
  await expect(
    page.getByRole('navigation', { name: 'Documents' }).getByRole('link', { name: /TLS/ }).first(),
  ).toBeVisible();
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(4).click();
  await expect.poll(() => placeOf(page, baseURL)).toContain('#');
});

test('backlinks unfold', async ({ page }) => {
  await page.goto(PAGE_TYPES['document with wide tables']);
  const backlinks = page.locator('details.backlinks').first();
  await backlinks.locator('summary').click();
  await expect(backlinks.getByRole('link').first()).toBeVisible();
});

test('the pictures of the neighbourhood have links', async ({ page, baseURL }) => {
  for (const path of [PAGE_TYPES.document, PAGE_TYPES.variable]) {
    await page.goto(path);
    const picture = page.locator('svg a[href]:visible').first();
    await expect(picture).toBeVisible();
    const href = await picture.getAttribute('href');
    await picture.click();
    await expect
      .poll(() => `/${placeOf(page, baseURL)}`)
      .toBe(href!.replace(new URL(baseURL!).pathname, '/'));
  }
});

test('the graph is a picture with links', async ({ page }) => {
  await page.goto(PAGE_TYPES.graph);
  const picture = page.getByRole('main').locator('svg').first();
  await expect(picture).toBeVisible();
  expect((await picture.boundingBox())!.height).toBeGreaterThan(200);
  expect(await picture.locator('circle, path, line, rect').count()).toBeGreaterThan(50);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('no page shows a button that needs a script', async ({ page }) => {
  test.slow();
  for (const [type, path] of Object.entries(PAGE_TYPES)) {
    await page.goto(path);
    await expect(page.getByRole('main'), type).toBeVisible();
    expect(await page.evaluate(buttonsWithoutEffect), type).toEqual([]);
  }
});

/** Runs in the page. @returns the visible buttons that do nothing without a script */
function buttonsWithoutEffect(): string[] {
  return [...document.querySelectorAll('button')]
    .filter(
      (button) =>
        !button.hasAttribute('popovertarget') && button.checkVisibility() && !button.closest('form'),
    )
    .map((button) => button.outerHTML.slice(0, 100));
}

test('on a phone the drawers open without a script', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PAGE_TYPES.document);
  await page.getByRole('button', { name: 'Documents' }).click();
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible();
});
