/** The metadata of every page of the built site, and the files for search engines and other programs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { BASE, builtText, pagesOf } from '../helpers/built-site.ts';
import { elements, parseHtml, select, textOf } from '../helpers/html.ts';
import { expect, test } from '../helpers/site-test.ts';

interface Head {
  page: string;
  headings: number;
  lang: unknown;
  title: string;
  description: string;
  canonical: string;
  image: string;
  doubles: string[];
  indexed: boolean;
}

const dist = (): string => process.env.DIST_UNDER_TEST!;

/** The path of an absolute address below the base of the site. */
function fileOf(url: string): string {
  return new URL(url).pathname.slice(BASE.length);
}

function headOf(page: string): Head {
  const root = parseHtml(builtText(dist(), page.endsWith('.html') ? page : `${page}index.html`));
  const all = elements(root);
  const meta = (name: string): string =>
    String(
      all.find(
        ({ tagName, properties }) =>
          tagName === 'meta' && (properties.name === name || properties.property === name),
      )?.properties.content ?? '',
    );
  const ids = all.flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id] : []));
  const seen = new Set<string>();
  return {
    page,
    headings: select(root, 'h1').length,
    lang: select(root, 'html')[0].properties.lang,
    title: textOf(select(root, 'title')[0]),
    description: meta('description'),
    canonical: String(
      select(root, 'link').find(({ properties }) => [properties.rel].flat().includes('canonical'))?.properties
        .href ?? '',
    ),
    image: meta('og:image'),
    indexed: !meta('robots').includes('noindex'),
    doubles: ids.filter((id) => seen.has(id) || !seen.add(id)),
  };
}

let heads: Head[] | undefined;
/** The heads of all pages, which are parsed once. */
const allHeads = (): Head[] => (heads ??= pagesOf(dist()).map(headOf));

// In one worker, so that the pages are parsed once.
test.describe.configure({ mode: 'default' });

test('every page has one main heading, a unique title, a description, its address and a picture', () => {
  test.setTimeout(120_000);
  const heads = allHeads();
  expect(heads.length).toBeGreaterThan(100);
  const wrong = (what: (head: Head) => boolean): string[] => heads.filter(what).map(({ page }) => page);
  expect(
    wrong(({ headings }) => headings !== 1),
    'one h1',
  ).toEqual([]);
  expect(
    wrong(({ lang }) => lang !== 'en'),
    'language',
  ).toEqual([]);
  expect(
    wrong(({ doubles }) => doubles.length > 0),
    'ids',
  ).toEqual([]);
  expect(
    wrong(({ description }) => description.length < 20 || description.length > 160),
    'descriptions',
  ).toEqual([]);
  const titles = heads.map(({ title }) => title);
  expect(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    'titles',
  ).toEqual([]);
  for (const { page, canonical, image } of heads) {
    const { origin, pathname } = new URL(canonical);
    expect(origin, page).toMatch(/^https:\/\//);
    expect(
      pathname.endsWith(page === '404.html' ? '/404/' : `/${page}`),
      `${page} says that it is ${pathname}`,
    ).toBe(true);
    expect(existsSync(path.join(dist(), fileOf(image))), `${page}: ${image}`).toBe(true);
  }
});

test('the pictures have the sizes that the pages state', async () => {
  for (const file of ['og.png', 'og/14-edge-and-auto-scaling.png'])
    expect(await sharp(path.join(dist(), file)).metadata()).toMatchObject({
      width: 1200,
      height: 630,
      format: 'png',
    });
  expect(await sharp(path.join(dist(), 'apple-touch-icon.png')).metadata()).toMatchObject({
    width: 180,
    height: 180,
  });
});

test('the sitemap lists exactly the pages that search engines may index', () => {
  const listed = [...builtText(dist(), 'sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map((match) => match[1])
    .toSorted();
  const heads = allHeads().filter(({ page }) => page !== '404.html');
  expect(listed).toEqual(
    heads
      .filter(({ indexed }) => indexed)
      .map(({ canonical }) => canonical)
      .toSorted(),
  );
  expect(builtText(dist(), 'robots.txt')).toContain('/sitemap-index.xml');
});

test('llms.txt links to Markdown files that exist', () => {
  const urls = [...builtText(dist(), 'llms.txt').matchAll(/\]\((https?:[^)]+)\)/g)].map((match) =>
    fileOf(match[1]),
  );
  expect(urls.filter((file) => file.endsWith('.md'))).toHaveLength(15);
  for (const file of urls) expect(existsSync(path.join(dist(), file)), file).toBe(true);
});

test('the page for missing addresses suggests the nearest page', async ({ page }) => {
  await page.goto('variables/FL_EGDE_BACKOFF/');
  await page.getByText('Nearest to the address').getByRole('link', { name: 'FL_EDGE_BACKOFF' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FL_EDGE_BACKOFF');
  await page.goto('qqqqqqqqqqqqqqqqqqqqqqqq/');
  await expect(page.getByText('Nearest to the address')).toBeHidden();
});
