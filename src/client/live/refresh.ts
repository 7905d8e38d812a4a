/** Updates the open page to the state that the server has now. */
import type { SaveMessage } from '../../payloads/live.ts';
import { HELD_PIECES_HEADER } from '../../payloads/pieces.ts';
import { highlightChanged } from './highlight-changed.ts';
import { morph } from './morph.ts';
import { updateArticle, pieceNames } from './pieces.ts';

/** The parts of a page that a save can change. All else is static or was added by scripts. */
const REGIONS = ['.page', '.site-footer', '.bottom-bar'];

/** The detail of the event `spec:changed`, after which scripts read the data of the page again. */
export interface SpecChanged extends SaveMessage {
  /** When the page was updated: milliseconds since 1970. */
  shownAt: number;
}

export interface Refresher {
  /** Fetches the page and updates what differs. @returns an error message if it fails */
  refresh(message: SaveMessage): Promise<string | undefined>;
  /**
   * Updates the article alone, before anything else of the page is known.
   * @param html the article; pieces that the page holds may be left out
   * @returns whether the page could be updated
   */
  refreshArticle(html: string): boolean;
}

export function createRefresher(page: Document): Refresher {
  let running: AbortController | undefined;
  const refreshArticle = (html: string): boolean => {
    // What is being fetched is the state before.
    running?.abort();
    try {
      const next = new DOMParser().parseFromString(`<div class="prose">${html}</div>`, 'text/html');
      const article = updateArticle(page, next);
      if (article) highlightChanged(article.changed);
      return article !== undefined;
    } catch {
      // The page is fetched as a whole.
      return false;
    }
  };
  const refresh: Refresher['refresh'] = async (message) => {
    running?.abort();
    const { signal } = (running = new AbortController());
    try {
      const response = await fetch(location.pathname + location.search, {
        signal,
        headers: headersOf(page),
        cache: 'no-store',
      });
      const text = await response.text();
      // A removed page is answered with the "Not found" page, which is shown. Only a server error is reported.
      if (response.status >= 500)
        return `This page could not be rendered (${response.status}); it still shows the previous state.`;
      if (signal.aborted) return undefined;
      updatePage(page, new DOMParser().parseFromString(text, 'text/html'));
      page.dispatchEvent(
        new CustomEvent<SpecChanged>('spec:changed', { detail: { ...message, shownAt: Date.now() } }),
      );
      return undefined;
    } catch (error) {
      return signal.aborted ? undefined : `The page could not be fetched: ${(error as Error).message}`;
    }
  };
  return { refresh, refreshArticle };
}

function headersOf(page: Document): Record<string, string> {
  const heldPieces = pieceNames(page);
  return { accept: 'text/html', ...(heldPieces !== undefined && { [HELD_PIECES_HEADER]: heldPieces }) };
}

function updatePage(page: Document, next: Document): void {
  const known = new Set(scriptsAndStyles(page));
  // A page of another kind has other scripts and styles, which only a reload can start.
  if (scriptsAndStyles(next).some((program) => !known.has(program))) return location.reload();
  page.title = next.title;
  const article = updateArticle(page, next);
  const changed = new Set(article?.changed);
  for (const region of REGIONS) {
    const [old, now] = [page.querySelector(region), next.querySelector(region)];
    if (old && now)
      for (const element of morph(old, now, article ? [article.old, article.now] : [])) changed.add(element);
  }
  highlightChanged(changed);
}

function scriptsAndStyles(page: Document): string[] {
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
