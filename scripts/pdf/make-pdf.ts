/** Prints the page with the whole specification, with page numbers, which a browser knows only after printing. */
import { chromium, type Page } from 'playwright';
import { LAUNCH_ARGS, systemChromium } from '../../tests/helpers/browser.ts';
import { serveFolder } from '../../tests/helpers/serve-folder.ts';
import { openPdf, pdfFacts } from './read-pdf.ts';

export type Paper = 'A4' | 'Letter';

export interface MadePdf {
  data: Uint8Array;
  /** How often it was printed until no page number changed. */
  passes: number;
}

/** Filled-in numbers can move text to other pages, so it is printed again until no number changes. */
const MAX_PASSES = 5;

/**
 * @param site folder of the built site
 * @param base path that it was built for
 * @throws when page numbers keep changing or are unknown
 */
export async function makePdf(site: string, paper: Paper, base = '/'): Promise<MadePdf> {
  const served = await serveFolder(site, base);
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  try {
    const page = await browser.newPage({ colorScheme: 'light' });
    const response = await page.goto(`${served.url}print/`);
    if (!response?.ok()) throw new Error(`${site} has no page print/: build the site first`);
    let printed = await fill(page, new Map(), '000');
    for (let passes = 1; passes <= MAX_PASSES; passes++) {
      // The first one only shows where the pages end: tags and an outline, which take time, come with the next one.
      const isFinal = passes > 1;
      const data = await page.pdf({
        format: paper,
        outline: isFinal,
        tagged: isFinal,
        printBackground: true,
      });
      const pdf = await openPdf(data);
      const { destinations } = await pdfFacts(pdf);
      await pdf.loadingTask.destroy();
      const now = await fill(page, destinations);
      if (isFinal && now === printed) return { data, passes };
      printed = now;
    }
    throw new Error(`the page numbers did not settle in ${MAX_PASSES} printings`);
  } finally {
    await browser.close();
    await served.close();
  }
}

/**
 * Writes page numbers into their places.
 * @param unknown what stands for a page that is not known; without it such a place is an error
 * @returns everything that was written, to compare it with the next time
 */
async function fill(page: Page, pages: ReadonlyMap<string, number>, unknown?: string): Promise<string> {
  const { written, missing } = await page.evaluate(
    ({ known, unknown }) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-page]')];
      for (const link of links)
        link.dataset.page = String(known[decodeURIComponent(link.hash.slice(1))] ?? unknown ?? '');
      return {
        written: links.map(({ dataset }) => dataset.page).join(' '),
        missing: links.filter(({ dataset }) => dataset.page === '').map(({ hash }) => hash),
      };
    },
    { known: Object.fromEntries(pages), unknown },
  );
  if (missing.length > 0) throw new Error(`no page for ${missing.slice(0, 5).join(', ')}`);
  return written;
}
