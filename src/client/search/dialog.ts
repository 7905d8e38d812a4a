/** The search dialog: a field and a list; the arrow keys walk the list while the focus stays in the field. */
import type { SearchIndex } from '../../site/search-index.ts';
import { createMatcher, type Matcher } from './match.ts';
import { browserShelf, forget, recentSearches, remember } from './recent.ts';
import { matchGroup, recentGroup } from './results.ts';

const HINT = 'Names, numbers (6d, spec/14) and words. Typos are forgiven.';

export interface Search {
  /** Fills the dialog, which is shown already, with a query where one is given. */
  open(query?: string): void;
}

export function createSearch(dialog: HTMLDialogElement): Search {
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector<HTMLElement>('.search-results')!;
  const hint = dialog.querySelector<HTMLElement>('.search-hint')!;
  const shelf = browserShelf();
  let matcher: Matcher | undefined;
  let selected = -1;

  const load = async (): Promise<void> => {
    const response = await fetch(dialog.dataset.index!);
    if (!response.ok) throw new Error(String(response.status));
    matcher = createMatcher(await response.json() as SearchIndex);
  };
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const select = (index: number): void => {
    const all = options();
    if (all.length === 0) return input.removeAttribute('aria-activedescendant');
    all[selected]?.setAttribute('aria-selected', 'false');
    selected = (index + all.length) % all.length;
    all[selected].setAttribute('aria-selected', 'true');
    // The first result is shown with the name of its group above it.
    if (selected === 0) list.scrollTop = 0;
    else all[selected].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[selected].id);
  };
  const showRecent = (): void => {
    const queries = recentSearches(shelf);
    list.replaceChildren(...(queries.length > 0 ? [recentGroup(queries, refill, () => {
      forget(shelf);
      refill('');
    })] : []));
    hint.textContent = HINT;
  };
  const showMatches = (query: string): void => {
    list.replaceChildren(...(matcher?.find(query) ?? []).map((group, i) => matchGroup(group, query, i)));
    const found = options().length;
    if (matcher) hint.textContent = found === 0 ? `Nothing is called “${query}”.` : `${found} result${found === 1 ? '' : 's'}`;
  };
  const show = (): void => {
    const query = input.value.trim();
    if (query === '') showRecent();
    else showMatches(query);
    selected = -1;
    input.setAttribute('aria-expanded', String(options().length > 0));
    select(0);
    address(query);
  };
  const refill = (query: string): void => {
    input.value = query;
    input.focus();
    show();
  };

  input.addEventListener('input', show);
  dialog.addEventListener('keydown', (event) => {
    const to = placeAfter(event, selected, options().length);
    if (to !== undefined) {
      event.preventDefault();
      select(to);
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      options()[selected]?.click();
    }
  });
  // A click beside the dialog closes it; one on a result of this page as well.
  dialog.addEventListener('click', (event) => {
    const followed = (event.target as Element).closest('a');
    if (followed) remember(shelf, input.value);
    if (event.target === dialog || followed) dialog.close();
  });
  dialog.addEventListener('close', () => address(''));

  return {
    open(query) {
      if (query !== undefined) input.value = query;
      if (matcher) return show();
      hint.textContent = 'Loading …';
      load().then(show, () => {
        hint.textContent = 'The search index could not be loaded.';
      });
    },
  };
}

/** Where a key leads among the results; with Shift the keys belong to the field. */
function placeAfter({ key, shiftKey }: KeyboardEvent, selected: number, count: number): number | undefined {
  if (shiftKey || count === 0) return undefined;
  switch (key) {
    case 'ArrowDown': return selected + 1;
    case 'ArrowUp': return selected - 1;
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}

/** The query in the address while the dialog is open, so that it can be sent to somebody; not where `q` is the page's own. */
function address(query: string): void {
  if (document.querySelector('[data-own-query]')) return;
  const url = new URL(location.href);
  if ((url.searchParams.get('q') ?? '') === query) return;
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
}
