/** What a reader means by "here": the section that is read, or the page. */
import type { Pin } from './store.ts';

export function pinOf(page: Document, { pathname }: Pick<Location, 'pathname'>): Pin {
  const title = wordsOf(page.querySelector('h1'));
  const section = page.querySelector<HTMLAnchorElement>('#contents .toc [aria-current]');
  if (!section) return { url: pathname, label: title, place: '' };
  const place = page.querySelector('.document-head .kicker')?.firstChild?.textContent?.trim() ?? '';
  // The first entry of the contents is the document itself.
  const isTop = section.hash.slice(1) === page.querySelector('h1')?.id;
  return isTop
    ? { url: pathname, label: title, place }
    : { url: pathname + section.hash, label: wordsOf(section), place };
}

function wordsOf(element: Element | null): string {
  return element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
}
