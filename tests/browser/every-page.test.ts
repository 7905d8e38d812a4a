/** Every page of the built site opens without an error, and axe finds nothing in the dark theme. */
import { axeFaults } from '../helpers/axe.ts';
import { PAGES_FOR_AXE, pagesOf } from '../helpers/built-site.ts';
import { expect, settled, test, type Page } from '../helpers/site-test.ts';

/** A test opens many pages, since the start of a test costs as much as a page. */
const PAGES_PER_TEST = 24;
const TESTS = 8;

for (let part = 0; part < TESTS; part++) {
  test(`every page opens without an error, part ${part + 1}`, async ({ page, complaints }) => {
    test.slow();
    const pages = pagesOf(process.env.DIST_UNDER_TEST!);
    expect(pages.length, 'pages that the tests can open').toBeLessThanOrEqual(PAGES_PER_TEST * TESTS);
    for (const path of pages.filter((_, index) => index % TESTS === part)) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await settled(page);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      const { title, repeatedIds, repeatedRegions } = await page.evaluate(contentsOfPage);
      expect(title, path).toMatch(/\S/);
      expect(repeatedIds, `ids of ${path}`).toEqual([]);
      expect(repeatedRegions, `landmarks of ${path}`).toEqual([]);
      expect(complaints, path).toEqual([]);
      if (PAGES_FOR_AXE.has(path)) await examineInTheDark(page, path);
    }
  });
}

/** At the width of a desktop, where a page shows most; the tests of phones examine the light theme. */
async function examineInTheDark(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page), path).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Runs in the page. */
function contentsOfPage(): { title: string; repeatedIds: string[]; repeatedRegions: (string | null)[] } {
  const repeated = <T>(values: T[]): T[] => {
    const seen = new Set<T>();
    return values.filter((value) => seen.has(value) || !seen.add(value));
  };
  return {
    title: document.title,
    repeatedIds: repeated([...document.querySelectorAll('[id]')].map(({ id }) => id)),
    repeatedRegions: repeated(
      [...document.querySelectorAll('[role="region"]')].map((region) => region.getAttribute('aria-label')),
    ),
  };
}

test('all fifteen documents and all variables have pages', () => {
  const pages = pagesOf(process.env.DIST_UNDER_TEST!);
  expect(pages.filter((path) => path.startsWith('spec/'))).toHaveLength(15);
  expect(pages.filter((path) => /^variables\/[A-Z]/.test(path)).length).toBeGreaterThanOrEqual(46);
  for (const path of [
    '',
    'about/',
    'guide/',
    'guide/editors/',
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

test('a page that does not exist answers with 404 and links to other pages', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the files for programs can be fetched and read', async ({ request, baseURL }) => {
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
