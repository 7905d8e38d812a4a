/** The place that the reader would pin: the current section of a document, or the page. */
import type { Pin } from './saved-pins.ts';

export function pinForCurrentPlace(page: Document, { pathname }: Pick<Location, 'pathname'>): Pin {
  const title = textOf(page.querySelector('h1'));
  const section = page.querySelector<HTMLAnchorElement>('.toc [aria-current]');
  if (!section) return { url: pathname, label: title, place: '' };
  const place = page.querySelector('.document-head .kicker')?.firstChild?.textContent?.trim() ?? '';
  // The first entry of the table of contents is the document itself.
  const isTop = section.hash.slice(1) === page.querySelector('h1')?.id;
  return isTop
    ? { url: pathname, label: title, place }
    : { url: pathname + section.hash, label: textOf(section), place };
}

function textOf(element: Element | null): string {
  return element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
}
