/** The whole specification on paper: the page that is printed, and the PDF that comes out. */
import { makePdf } from '../../scripts/pdf/make-pdf.ts';
import { openPdf, pageOf, pdfFacts, type PdfFacts } from '../../scripts/pdf/read-pdf.ts';
import { axeFaults } from '../helpers/axe.ts';
import { builtText } from '../helpers/built-site.ts';
import { expect, sidewaysOverflow, test, type Page } from '../helpers/site-test.ts';

interface BuiltDocument {
  id: string;
  title: string;
  words: number;
}

const DOCUMENT_PAGE = 'spec/03-contextualization-reference/';
/** Width between the margins in CSS pixels. */
const PAPERS = {
  A4: Math.floor(((210 - 36) / 25.4) * 96),
  Letter: Math.floor(((8.5 * 25.4 - 36) / 25.4) * 96),
};
/** More would not fit on a page of prose. */
const MOST_WORDS_ON_A_PAGE = 700;

function documents(): BuiltDocument[] {
  const { nodes } = JSON.parse(builtText(process.env.DIST_UNDER_TEST!, 'graph.json')) as {
    nodes: (BuiltDocument & { kind: string })[];
  };
  return nodes.filter(({ kind }) => kind === 'document');
}

test.describe('the PDF', () => {
  test.describe.configure({ mode: 'serial' });
  let facts: PdfFacts;
  let pdf: Awaited<ReturnType<typeof openPdf>>;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const { data } = await makePdf(process.env.DIST_UNDER_TEST!, 'A4', process.env.BASE_PATH);
    pdf = await openPdf(data);
    facts = await pdfFacts(pdf);
  });
  test.afterAll(() => pdf?.loadingTask.destroy());
  const textOf = async (page: number): Promise<string> =>
    (await (await pdf.getPage(page)).getTextContent()).items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ');

  test('says what it is, is tagged, and is as long as its words need', () => {
    expect(facts.title).toContain('The whole specification');
    expect(facts).toMatchObject({ language: 'en', tagged: true });
    expect(facts.pages).toBeGreaterThan(
      documents().reduce((sum, { words }) => sum + words, 0) / MOST_WORDS_ON_A_PAGE,
    );
  });

  test('has an outline: contents and every document in order, with its sections', () => {
    const [{ children }] = facts.outline;
    expect(children.map(({ title }) => title)).toEqual([
      'Contents',
      ...documents().map(({ title }) => title),
    ]);
    const pages = children.map(({ page }) => page ?? 0);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(new Set(pages).size).toBe(pages.length);
    for (const { title, children: sections } of children.slice(1))
      expect(sections.length, title).toBeGreaterThan(3);
  });

  test('begins each document on a page of its own, under a running head', async () => {
    for (const { title, page } of facts.outline[0].children.slice(1)) {
      const text = await textOf(page!);
      expect(text, `page ${page}`).toContain(title);
      expect(text).toContain(`${page} / ${facts.pages}`);
      expect(text).toMatch(/^spec\/\d\d /);
    }
  });

  test('prints at its own size: nothing is so wide that the browser makes all of it smaller', async () => {
    const { items } = await (await pdf.getPage(facts.outline[0].children[1].page! + 1)).getTextContent();
    const sizes = items.flatMap((item) => ('str' in item && item.str.length > 40 ? [item.height] : []));
    expect(Math.max(...sizes)).toBeCloseTo(10, 0);
  });

  test('states true page numbers in its contents', async () => {
    const first = facts.outline[0].children[0].page!;
    const last = facts.outline[0].children[1].page! - 1;
    const contents = (
      await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => textOf(first + index)))
    ).join(' ');
    // Words of a line that was broken come without their space.
    const solid = (text: string): string => text.replace(/\s/g, '');
    for (const { id, title } of documents())
      expect(solid(contents)).toContain(solid(`${title} ${facts.destinations.get(id)}`));
  });

  test('has links that all arrive within it', async () => {
    test.setTimeout(120_000);
    const lost: string[] = [];
    let links = 0;
    for (let number = 1; number <= facts.pages; number++) {
      for (const { subtype, url, dest } of await (await pdf.getPage(number)).getAnnotations()) {
        if (subtype !== 'Link') continue;
        links++;
        if (
          url
            ? !/^(?:https?|mailto):/.test(url) || url.includes('127.0.0.1')
            : (await pageOf(pdf, dest)) === undefined
        )
          lost.push(`${number}: ${url ?? String(dest)}`);
      }
    }
    expect(lost).toEqual([]);
    expect(links).toBeGreaterThan(3000);
  });
});

/** Tables, code and pictures that are wider than the paper, and parts of them that are cut. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>('main :is(table, pre, svg, p, li, h2, h3, h4)')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          (element.getBoundingClientRect().right > width + 1 ||
            (element.scrollWidth > element.clientWidth + 1 && !(element instanceof SVGElement))),
      )
      .map((element) => `${element.tagName} ${element.textContent.replace(/\s+/g, ' ').slice(0, 60)}`);
  });
}

for (const [paper, width] of Object.entries(PAPERS)) {
  for (const path of ['print/', DOCUMENT_PAGE]) {
    test(`${path} fits ${paper}, black on white in the dark theme too`, async ({ page }) => {
      test.setTimeout(60_000);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
      await page.setViewportSize({ width, height: 1000 });
      await page.goto(path);
      expect(await cutOff(page)).toEqual([]);
      const { ground, ink, heads } = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.querySelector('main p')!).color,
        heads: [...document.querySelectorAll('main thead')].filter(
          (head) => getComputedStyle(head).display !== 'table-header-group',
        ).length,
      }));
      expect(ground).toBe('rgb(255, 255, 255)');
      expect(
        ink
          .match(/\d+/g)!
          .slice(0, 3)
          .map(Number)
          .reduce((sum, part) => sum + part, 0),
      ).toBeLessThan(300);
      expect(heads).toBe(0);
      for (const hidden of ['.site-header', '.site-footer', '.drawer', '.backlinks', '.bottom-bar'])
        await expect(page.locator(hidden).filter({ visible: true }), hidden).toHaveCount(0);
    });
  }
}

test('the page for paper reads well on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('print/');
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  // Its chapters are the documents, which are examined on their own pages.
  expect(await axeFaults(page, '.cover', '.book-contents', '.chapter-0 .chapter-head')).toEqual([]);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^14 ?Edge and Auto-Scaling/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#14-edge-and-auto-scaling$/);
});
