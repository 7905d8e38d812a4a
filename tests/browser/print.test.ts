/** The whole specification on paper: the page that is printed, and the PDF. */
import { makePdf } from '../../scripts/pdf/make-pdf.ts';
import { openPdf, pageOf, pdfFacts, type PdfFacts } from '../../scripts/pdf/read-pdf.ts';
import { axeFaults } from '../helpers/axe.ts';
import { builtText } from '../helpers/built-site.ts';
import { expect, sidewaysOverflow, test, type Page } from '../helpers/site-test.ts';

interface BuiltDocument {
  number: string;
  title: string;
  words: number;
}

const DOCUMENT_PAGE = 'spec/03-contextualization-reference/';
/** Width between the margins in CSS pixels. */
const PAPERS = {
  A4: Math.floor(((210 - 36) / 25.4) * 96),
  Letter: Math.floor(((8.5 * 25.4 - 36) / 25.4) * 96),
};
/** More do not fit on a page of prose. */
const MAX_WORDS_ON_A_PAGE = 700;

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

  test('has a title and a language, is tagged, and has enough pages for its words', () => {
    expect(facts.title).toContain('The whole specification');
    expect(facts).toMatchObject({ language: 'en', tagged: true });
    expect(facts.pages).toBeGreaterThan(
      documents().reduce((sum, { words }) => sum + words, 0) / MAX_WORDS_ON_A_PAGE,
    );
  });

  test('has an outline: the contents and every document in order, with its sections', () => {
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

  test('starts each document on a new page, with a running head', async () => {
    for (const { title, page } of facts.outline[0].children.slice(1)) {
      const text = await textOf(page!);
      expect(text, `page ${page}`).toContain(title);
      expect(text).toContain(`${page} / ${facts.pages}`);
      expect(text).toMatch(/^spec\/\d\d /);
    }
  });

  test('prints at full size: nothing is so wide that the browser scales the pages down', async () => {
    const { items } = await (await pdf.getPage(facts.outline[0].children[1].page! + 1)).getTextContent();
    const sizes = items.flatMap((item) => ('str' in item && item.str.length > 40 ? [item.height] : []));
    expect(Math.max(...sizes)).toBeCloseTo(10, 0);
  });

  test('has the right page numbers in its contents', async () => {
    const first = facts.outline[0].children[0].page!;
    const last = facts.outline[0].children[1].page! - 1;
    const contents = (
      await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => textOf(first + index)))
    ).join(' ');
    // Where a line is broken, the space between two words is missing.
    const solid = (text: string): string => text.replace(/\s/g, '');
    for (const { number, title } of documents())
      expect(solid(contents)).toContain(solid(`${title} ${facts.destinations.get(number)}`));
  });

  test('has links that all lead to a place in the PDF', async () => {
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

/** Elements that are wider than the paper, or whose content is cut off. */
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

for (const path of ['print/', DOCUMENT_PAGE]) {
  test(`${path} fits A4 and Letter, black on white in the dark theme too`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
    await page.setViewportSize({ width: PAPERS.A4, height: 1000 });
    await page.goto(path);
    for (const [paper, width] of Object.entries(PAPERS)) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await cutOff(page), paper).toEqual([]);
      const { ground, ink, movedHeads } = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.querySelector('main p')!).color,
        movedHeads: [...document.querySelectorAll('main thead')].filter(
          (head) => getComputedStyle(head).display !== 'table-header-group',
        ).length,
      }));
      expect(ground, paper).toBe('rgb(255, 255, 255)');
      const [red, green, blue] = ink.match(/\d+/g)!.map(Number);
      expect(red + green + blue, paper).toBeLessThan(300);
      expect(movedHeads, paper).toBe(0);
      for (const hidden of ['.site-header', '.site-footer', '.drawer', '.backlinks', '.bottom-bar'])
        await expect(page.locator(hidden).filter({ visible: true }), `${hidden}, ${paper}`).toHaveCount(0);
    }
  });
}

test('the page for paper can be read on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('print/');
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^14 ?Edge and Auto-Scaling/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#14$/);
  // The chapters are the documents, which are examined on their own pages. Axe reads all of a page, so they go.
  await page.evaluate(() => {
    for (const chapter of document.querySelectorAll('article.chapter:not(.chapter-0)')) chapter.remove();
  });
  expect(await axeFaults(page, '.cover', '.book-contents', '.chapter-0 .chapter-head')).toEqual([]);
});
