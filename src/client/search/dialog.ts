/** The search dialog: a field and a list. The arrow keys move the selection in the list while the focus stays in the field. */
import { browserStorage, type ReaderStorage } from '../storage.ts';
import { loadSearch } from './load.ts';
import type { Matcher } from './matcher.ts';
import { clearSearches, recentSearches, saveSearch } from './recent-searches.ts';
import { createResultList, type ResultList } from './result-list.ts';
import { matchGroup, recentGroup } from './results.ts';

export interface SearchDialog {
  /** Fills the dialog, which is already shown, with a query if there is one. */
  open(query?: string): void;
  /** Fetches the data of the search before the dialog is opened. */
  prepare(): void;
}

interface Elements {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  hint: HTMLElement;
  /** The button that copies a link to the search. */
  copy: HTMLButtonElement;
}

export function createSearchDialog(dialog: HTMLDialogElement): SearchDialog {
  const elements = elementsOf(dialog);
  const { input, hint } = elements;
  const { numbers = '' } = dialog.dataset;
  const storage = browserStorage();
  const results = createResultList(elements.list, input);
  const search = createLoader(elements, () => show(true));
  /** What the dialog said about the link to this search; it stays while further results arrive. */
  let linkMessage: string | undefined;

  /** @param keepSelection whether the selected result stays selected if it is still in the list */
  const show = (keepSelection = false): void => {
    const query = input.value.trim();
    const matcher = search.matcher();
    const url = keepSelection ? results.selectedUrl() : undefined;
    if (query === '') {
      results.replace(recentGroups(storage, refill));
      hint.textContent = firstHint(numbers);
    } else if (matcher) {
      results.replace(matcher.find(query).map((group, i) => matchGroup(group, query, i)));
      hint.textContent =
        (keepSelection ? linkMessage : undefined) ?? hintFor(query, results.count(), numbers);
    }
    if (!keepSelection) linkMessage = undefined;
    input.setAttribute('aria-expanded', String(results.count() > 0));
    elements.copy.hidden = query === '';
    results.selectAgain(url);
  };
  const refill = (query: string): void => {
    input.value = query;
    input.focus();
    show();
  };

  input.addEventListener('input', () => show());
  handleKeys(elements, results);
  handleClicks(elements, storage, (message) => {
    linkMessage = hint.textContent = message;
  });
  dialog.addEventListener('close', removeQueryFromUrl);
  return {
    open(query) {
      if (query !== undefined) input.value = query.slice(0, input.maxLength);
      if (search.matcher()) show();
      else hint.textContent = 'Loading …';
      search.load();
    },
    prepare: () => search.load(),
  };
}

function elementsOf(dialog: HTMLDialogElement): Elements {
  return {
    dialog,
    input: dialog.querySelector('input')!,
    list: dialog.querySelector<HTMLElement>('.search-results')!,
    hint: dialog.querySelector<HTMLElement>('.search-hint')!,
    copy: dialog.querySelector<HTMLButtonElement>('.search-copy')!,
  };
}

/**
 * Loads the data of the search once, and again after the documents have changed.
 * @param onReady called when the open dialog can show more results than before
 */
function createLoader({ dialog, hint }: Elements, onReady: () => void) {
  let matcher: Matcher | undefined;
  let loading: Promise<void> | undefined;
  const load = (): void => {
    loading ??= loadSearch(dialog.dataset, (loaded) => {
      matcher = loaded;
      if (dialog.open) onReady();
    }).catch(() => {
      // Opening the dialog again tries again.
      loading = undefined;
      if (!matcher) hint.textContent = 'The search could not be loaded.';
    });
  };
  // The dev server reports that the documents have changed.
  document.addEventListener('spec:changed', () => {
    [matcher, loading] = [undefined, undefined];
    if (dialog.open) load();
  });
  return { load, matcher: (): Matcher | undefined => matcher };
}

function recentGroups(
  storage: ReaderStorage | undefined,
  refill: (query: string) => void,
): readonly HTMLElement[] {
  const queries = recentSearches(storage);
  if (queries.length === 0) return [];
  const forget = (): void => {
    clearSearches(storage);
    refill('');
  };
  return [recentGroup(queries, refill, forget)];
}

/** @param numbers examples of the set; empty where it has none: "6d, spec/14" */
function firstHint(numbers: string): string {
  return `Names${numbers && `, numbers (${numbers})`} and words of the text. Typos are forgiven.`;
}

/** @param numbers as for `firstHint` */
function hintFor(query: string, found: number, numbers: string): string {
  if (found === 0)
    return `Nothing is found for “${query}”. Try fewer words${numbers && `, a number (${numbers})`} or a part of a name.`;
  return `${found} result${found === 1 ? '' : 's'}`;
}

function handleKeys({ dialog, input }: Elements, results: ResultList): void {
  dialog.addEventListener('keydown', (event) => {
    if (results.moveByKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      follow(results.selected(), event);
    } else if (event.key === 'Escape') {
      // By default, Escape would only clear the search field.
      event.preventDefault();
      dialog.close();
    }
  });
}

/** @param onLink called with what is to be said after the link to the search was copied */
function handleClicks(
  { dialog, input, copy }: Elements,
  storage: ReaderStorage | undefined,
  onLink: (message: string) => void,
): void {
  dialog.addEventListener('click', (event) => {
    const result = (event.target as Element).closest('a');
    if (result) saveSearch(storage, input.value);
    // A click on the backdrop closes the dialog, and so does opening a result, except in a new tab or window.
    if (event.target === dialog || (result && !event.ctrlKey && !event.metaKey && !event.shiftKey))
      dialog.close();
  });
  copy.addEventListener('click', () => {
    const link = linkTo(input.value.trim());
    navigator.clipboard.writeText(link).then(
      () => onLink('The link to this search is copied.'),
      // Without permission to use the clipboard, the link is shown instead.
      () => onLink(link),
    );
  });
}

/** Opens a result like a click with the same modifier keys: with Ctrl or Cmd in a new tab. */
function follow(option: HTMLElement | undefined, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  option?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** The URL of this page with the search open, or of the home page if this page uses `q` itself. */
function linkTo(query: string): string {
  const url = document.querySelector('[data-own-query]')
    ? new URL(document.querySelector<HTMLAnchorElement>('.brand')!.href)
    : new URL(location.href);
  url.search = new URLSearchParams({ q: query }).toString();
  url.hash = '';
  return url.href;
}

/** Removes the query that opened the dialog from the URL, so that a reload shows the page without the dialog. */
function removeQueryFromUrl(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('q') || document.querySelector('[data-own-query]')) return;
  url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
}
