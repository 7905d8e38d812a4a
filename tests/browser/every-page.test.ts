/** Every page of the built site opens, and nothing in it complains. */
import { pagesOf } from '../helpers/built-site.ts';
import { expect, settled, test } from '../helpers/site-test.ts';

/** Pages in one test: a browser context for each would cost more than the pages. */
const BATCH = 12;
const BATCHES = 12;

for (let batch = 0; batch < BATCHES; batch++) {
  test(`pages open without a complaint, part ${batch + 1}`, async ({ page, complaints }) => {
    const pages = pagesOf(process.env.DIST_UNDER_TEST!);
    expect(pages.length, 'more pages than the tests go through').toBeLessThanOrEqual(BATCH * BATCHES);
    for (const path of pages.filter((_, index) => index % BATCHES === batch)) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await settled(page);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expect(page, path).toHaveTitle(/\S/);
      expect(
        await page
          .locator('[id]')
          .evaluateAll((all) =>
            all.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index),
          ),
        `ids of ${path}`,
      ).toEqual([]);
      expect(
        await page
          .locator('[role="region"]')
          .evaluateAll((all) =>
            all
              .map((region) => region.getAttribute('aria-label'))
              .filter((name, index, names) => names.indexOf(name) !== index),
          ),
        `landmarks of ${path}`,
      ).toEqual([]);
      expect(complaints, path).toEqual([]);
    }
  });
}

test('all fifteen documents and all variables have pages', () => {
  const pages = pagesOf(process.env.DIST_UNDER_TEST!);
  expect(pages.filter((path) => path.startsWith('spec/'))).toHaveLength(15);
  expect(pages.filter((path) => /^variables\/[A-Z]/.test(path)).length).toBeGreaterThanOrEqual(46);
  for (const path of [
    '',
    'about/',
    'guide/',
    'print/',
    'variables/',
    'graph/',
    'phases/',
    'phases/9/',
    'requirements/',
    'attributes/',
    'integrity/',
    '404.html',
  ])
    expect(pages).toContain(path);
});

test('a page that does not exist answers 404 with ways on', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('files for machines are what they say', async ({ request, baseURL }) => {
  const graph = await (await request.get(`${baseURL}graph.json`)).json();
  expect(graph.schema).toBe('specgraph.graph/1');
  expect(graph.nodes.length).toBeGreaterThan(500);
  const variables = await (await request.get(`${baseURL}variables.json`)).json();
  expect(variables.filter((variable: { counted: boolean }) => variable.counted)).toHaveLength(48);
  expect((await request.get(`${baseURL}search-index.json`)).ok()).toBe(true);
  expect(await (await request.get(`${baseURL}spec/14-edge-and-auto-scaling.md`)).text()).toMatch(
    /^# Edge and Auto-Scaling/,
  );
});
