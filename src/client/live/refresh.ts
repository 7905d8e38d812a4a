/** Brings the open page to the state that the server has now. */
import type { SaveMessage } from '../../payloads/live.ts';
import { HELD_PIECES_HEADER } from '../../payloads/pieces.ts';
import { markChanged } from './mark.ts';
import { morph } from './morph.ts';
import { bringPieces, ownPieces } from './pieces.ts';

/** What a save can change; all else of a page is its frame, and what scripts have put around it. */
const REGIONS = ['.page', '.site-footer', '.bottom-bar'];

/** What `spec:changed` brings: scripts that hold data of the page read it again. */
export interface SpecChanged extends SaveMessage {
  /** When the page had changed: milliseconds since 1970. */
  shownAt: number;
}

/** @returns a function that fetches the page and changes what differs; it tells what went wrong, where something did */
export function createRefresher(page: Document): (message: SaveMessage) => Promise<string | undefined> {
  let under: AbortController | undefined;
  return async (message) => {
    under?.abort();
    const own = (under = new AbortController());
    try {
      const response = await fetch(location.pathname + location.search, {
        signal: own.signal,
        headers: headersOf(page),
        cache: 'no-store',
      });
      const text = await response.text();
      // A page that is gone is answered by the page that says so; anything above is a fault of a page.
      if (response.status >= 500)
        return `This page could not be rendered (${response.status}); what you see is the state before.`;
      if (own.signal.aborted) return undefined;
      bring(page, new DOMParser().parseFromString(text, 'text/html'));
      page.dispatchEvent(
        new CustomEvent<SpecChanged>('spec:changed', { detail: { ...message, shownAt: Date.now() } }),
      );
      return undefined;
    } catch (error) {
      return own.signal.aborted ? undefined : `The page could not be fetched: ${(error as Error).message}`;
    }
  };
}

function headersOf(page: Document): Record<string, string> {
  const have = ownPieces(page);
  return { accept: 'text/html', ...(have !== undefined && { [HELD_PIECES_HEADER]: have }) };
}

function bring(page: Document, next: Document): void {
  const known = new Set(programs(page));
  // A page of another kind brings programs and styles of its own, which start with it.
  if (programs(next).some((program) => !known.has(program))) return location.reload();
  page.title = next.title;
  const article = bringPieces(page, next);
  const changed = new Set(article?.changed);
  for (const region of REGIONS) {
    const [old, now] = [page.querySelector(region), next.querySelector(region)];
    if (old && now)
      for (const element of morph(old, now, article ? [article.old, article.now] : [])) changed.add(element);
  }
  markChanged(changed);
}

function programs(page: Document): string[] {
  return [
    ...page.querySelectorAll<HTMLElement>(
      'script[type="module"], style[data-vite-dev-id], link[rel="stylesheet"]',
    ),
  ].map(
    (element) =>
      element.getAttribute('src') ??
      element.getAttribute('href') ??
      element.dataset.viteDevId ??
      element.textContent!,
  );
}
