/** Every page of the built site opens without an error, and axe finds nothing in the dark theme. */
import { axeFaults } from '../helpers/axe.ts';
import { PAGES_FOR_AXE, pagesOf } from '../helpers/built-site.ts';
import { expect, settled, test } from '../helpers/site-test.ts';

/** A test opens many pages, since the start of a test costs as much as a page. */
const PAGES_PER_TEST = 20;
const TESTS = 3;
/** Folders of pages that run the same scripts on data of one kind: three of each are opened, the others are parsed. */
const ALIKE = /^(?:variables\/(?=[A-Z])|integrity\/rules\/|phases\/|kinds\/[^/]+\/)(?=.)/;

for (let part = 0; part < TESTS; part++) {
  test(`every page opens without an error, part ${part + 1}`, async ({ page, complaints }) => {
    test.slow();
    // At the width of a desktop, where a page shows most; the tests of phones examine the light theme.
    await page.emulateMedia({ colorScheme: 'dark' });
    const pages = openedPages(pagesOf(process.env.DIST_UNDER_TEST!));
    expect(pages.length, 'pages that the tests can open').toBeLessThanOrEqual(PAGES_PER_TEST * TESTS);
    for (const path of pages.filter((_, index) => index % TESTS === part)) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await settled(page);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      expectWellFormed(path, await page.evaluate(contentsOfPages, [path]));
      expect(complaints, path).toEqual([]);
      if (PAGES_FOR_AXE.has(path)) expect(await axeFaults(page), path).toEqual([]);
    }
  });
}

test('pages like those that are opened have one heading, and ids that stand once', async ({ page }) => {
  const all = pagesOf(process.env.DIST_UNDER_TEST!);
  const opened = new Set(openedPages(all));
  const others = all.filter((path) => !opened.has(path));
  await page.goto('404.html');
  const contents = await page.evaluate(contentsOfPages, others);
  expect(contents).toHaveLength(others.length);
  for (const [i, path] of others.entries()) expectWellFormed(path, [contents[i]]);
});

/** Of the pages that are alike, the first, the middle and the last one. */
function openedPages(pages: readonly string[]): string[] {
  const groups = Map.groupBy(pages, (path) => ALIKE.exec(path)?.[0] ?? '');
  return [...groups].flatMap(([folder, own]) =>
    folder === '' ? own : [own[0], own[Math.floor(own.length / 2)], own.at(-1)!],
  );
}

function expectWellFormed(path: string, contents: readonly PageContents[]): void {
  for (const { title, headings, repeatedIds, repeatedRegions, policy } of contents) {
    expect(policy, path).toMatch(/^default-src 'none'; script-src 'self'(?: 'sha256-[^']+')*;/);
    expect(policy, path).not.toContain('unsafe-');
    expect(title, path).toMatch(/\S/);
    expect(headings, `headings of the first level of ${path}`).toBe(1);
    expect(repeatedIds, `ids of ${path}`).toEqual([]);
    expect(repeatedRegions, `landmarks of ${path}`).toEqual([]);
  }
}

interface PageContents {
  title: string;
  headings: number;
  repeatedIds: string[];
  repeatedRegions: (string | null)[];
  policy: string | undefined;
}

/** Runs in a page. The page that is open is read as its scripts have left it, others as they are served. */
async function contentsOfPages(paths: string[]): Promise<PageContents[]> {
  const repeated = <T>(values: T[]): T[] => {
    const seen = new Set<T>();
    return values.filter((value) => seen.has(value) || !seen.add(value));
  };
  const base = new URL(document.baseURI);
  const read = async (path: string): Promise<Document> => {
    if (base.pathname.endsWith(`/${path}`)) return document;
    const response = await fetch(new URL(path, new URL('.', base)));
    // The policy of the page that is open would stop the styles of others.
    const html = (await response.text()).replaceAll(/<style\b.*?<\/style>/gs, '');
    return new DOMParser().parseFromString(html, 'text/html');
  };
  return Promise.all(
    paths.map(async (path) => {
      const page = await read(path);
      return {
        title: page.title,
        headings: page.querySelectorAll('h1').length,
        repeatedIds: repeated([...page.querySelectorAll('[id]')].map(({ id }) => id)),
        repeatedRegions: repeated(
          [...page.querySelectorAll('[role="region"]')].map((region) => region.getAttribute('aria-label')),
        ),
        policy: page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content,
      };
    }),
  );
}

test('a script that a page does not bring, and what leaves the site, is stopped', async ({
  page,
  violations,
}) => {
  await page.goto('');
  await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { textContent: 'window.ran = true' });
    const image = Object.assign(document.createElement('img'), { src: 'https://example.org/a.png' });
    document.body.append(script, image);
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => violations.length).toBe(3);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  violations.length = 0;
});

test('all fifteen documents and all variables have pages', () => {
  const pages = pagesOf(process.env.DIST_UNDER_TEST!);
  expect(pages.filter((path) => path.startsWith('spec/'))).toHaveLength(15);
  expect(pages.filter((path) => /^variables\/[A-Z]/.test(path)).length).toBeGreaterThanOrEqual(46);
  for (const path of [
    '',
    'about/',
    'guide/',
    'guide/editors/',
    'guide/start/',
    'guide/configuration/',
    'guide/kinds/',
    'guide/recipes/',
    'guide/comparison/',
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
