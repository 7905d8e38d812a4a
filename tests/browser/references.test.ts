/** References: links to what they name, and backlinks. */
import { expect, placeOf, stopsScrolling, test } from '../helpers/site-test.ts';

const EDGE = 'spec/14-edge-and-auto-scaling/';

test("a variable leads from a paragraph to its page, and from there back to the paragraph's section", async ({
  page,
  baseURL,
}) => {
  await page.goto(EDGE);
  await page
    .getByRole('main')
    .locator('p, li')
    .getByRole('link', { name: 'FL_EDGE_BACKOFF', exact: true })
    .first()
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toBe('variables/FL_EDGE_BACKOFF/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FL_EDGE_BACKOFF');

  const back = page.getByRole('main').locator(`a[href*="${EDGE}#"]`).first();
  // Mentions are folded by document.
  if (!(await back.isVisible())) await back.locator('xpath=ancestor::details[1]/summary').click();
  await back.click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\/#/);
  const section = page.locator(`[id="${placeOf(page, baseURL).split('#')[1]}"]`);
  await expect(section).toBeInViewport();
});

test('a section named in prose leads to that section, and its backlinks lead back', async ({
  page,
  baseURL,
}) => {
  await page.goto(EDGE);
  const reference = page
    .getByRole('main')
    .locator('a.ref-section[data-ref^="03-contextualization-reference#"]')
    .first();
  const target = (await reference.getAttribute('data-ref'))!.split('#')[1];
  await reference.click();
  await expect.poll(() => placeOf(page, baseURL)).toBe(`spec/03-contextualization-reference/#${target}`);
  const heading = page.locator(`[id="${target}"]`);
  await expect(heading).toBeInViewport();

  const backlinks = heading.locator('xpath=following-sibling::details[1]');
  await backlinks.locator('summary').click();
  await backlinks
    .getByRole('link', { name: /^spec\/14/ })
    .first()
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/14-edge-and-auto-scaling\//);
});

test('boot steps, documents and requirements are links too', async ({ page }) => {
  await page.goto(EDGE);
  const main = page.getByRole('main');
  for (const kind of ['step', 'document', 'requirement', 'section', 'variable'])
    await expect(main.locator(`a.ref-${kind}`).first(), kind).toBeVisible();
});

test('no reference of the specification is broken', async ({ page }) => {
  await page.goto('spec/03-contextualization-reference/');
  await expect(page.locator('.ref-broken')).toHaveCount(0);
});

test('a link to a section shows it below the sticky header', async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('spec/03-contextualization-reference/');
    const slug = await page.locator('main h3[id]').nth(8).getAttribute('id');
    await page.goto('about:blank');
    await page.goto(`spec/03-contextualization-reference/#${slug}`);
    const header = await page
      .getByRole('banner')
      .evaluate((element) =>
        getComputedStyle(element).position === 'static' ? 0 : element.getBoundingClientRect().bottom,
      );
    const top = async (): Promise<number> => (await page.locator(`[id="${slug}"]`).boundingBox())!.y;
    // The page scrolls there smoothly.
    await expect.poll(top, { message: `at ${width}` }).toBeLessThan(header + 160);
    await stopsScrolling(page);
    expect(await top(), `at ${width}`).toBeGreaterThanOrEqual(header);
  }
});

test('the contents lead to a section and mark the current one', async ({ page, baseURL }) => {
  await page.goto(EDGE);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const links = contents.getByRole('link');
  const third = links.nth(5);
  await third.click();
  await expect.poll(() => placeOf(page, baseURL)).toBe(`${EDGE}${await third.getAttribute('href')}`);
  await expect(third).toHaveAttribute('aria-current', /location|true/);
  await expect(contents.locator('[aria-current]')).toHaveCount(1);
});

test('previous and next go through the documents in order', async ({ page, baseURL }) => {
  await page.goto('spec/00-overview/');
  for (const number of ['01', '02']) {
    await page.getByRole('main').getByRole('link', { name: /^Next/ }).click();
    await expect.poll(() => placeOf(page, baseURL)).toMatch(new RegExp(`^spec/${number}-`));
  }
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Previous/ })
    .click();
  await expect.poll(() => placeOf(page, baseURL)).toMatch(/^spec\/01-/);
});
