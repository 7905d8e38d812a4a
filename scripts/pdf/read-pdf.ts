/** Reads what the tests and the page numbers need from a PDF. */
import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';

export interface OutlineEntry {
  title: string;
  /** Page, from 1; undefined where the entry leads nowhere. */
  page?: number;
  children: OutlineEntry[];
}

export interface PdfFacts {
  pages: number;
  title?: string;
  language?: string;
  tagged: boolean;
  outline: OutlineEntry[];
  /** Page, from 1, of each named destination: every id that a link of the document points at. */
  destinations: Map<string, number>;
}

type Target = string | unknown[] | null;

export async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  // The library takes the bytes over, so it gets a copy.
  return await getDocumentProxy(Uint8Array.from(data), { verbosity: 0 });
}

export async function pdfFacts(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const [{ info }, marks, outline, named] = await Promise.all([
    pdf.getMetadata(),
    pdf.getMarkInfo(),
    pdf.getOutline(),
    pdf.getDestinations(),
  ]);
  const entries = async (
    items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>,
  ): Promise<OutlineEntry[]> =>
    Promise.all(
      (items ?? []).map(async ({ title, dest, items: children }) => ({
        title,
        page: await pageOf(pdf, dest),
        children: await entries(children),
      })),
    );
  const destinations = new Map<string, number>();
  for (const [name, target] of entriesOf(named)) {
    const page = await pageOf(pdf, target as Target);
    if (page !== undefined) destinations.set(name, page);
  }
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  return {
    pages: pdf.numPages,
    title,
    language,
    tagged: new Map(entriesOf(marks)).get('Marked') === true,
    outline: await entries(outline),
    destinations,
  };
}

/** The library returns maps where its types declare objects. */
function entriesOf(value: unknown): [string, unknown][] {
  return value instanceof Map ? [...value] : Object.entries(value ?? {});
}

/** The page, from 1, that a link or an outline entry leads to. */
export async function pageOf(pdf: PDFDocumentProxy, target: Target): Promise<number | undefined> {
  const explicit = typeof target === 'string' ? await pdf.getDestination(target) : target;
  const [page] = explicit ?? [];
  if (typeof page === 'number') return page + 1;
  return page && typeof page === 'object'
    ? (await pdf.getPageIndex(page as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1
    : undefined;
}
