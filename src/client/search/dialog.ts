/** The search dialog: a field and a list. The arrow keys move the selection in the list while the focus stays in the field. */
import { browserStorage } from '../storage.ts';
import { loadSearch } from './load.ts';
import type { Matcher } from './matcher.ts';
import { clearSearches, recentSearches, saveSearch } from './recent-searches.ts';
import { matchGroup, recentGroup } from './results.ts';

const HINT = 'Names, numbers (6d, spec/14) and words of the text. Typos are forgiven.';
const NOTHING = 'Try fewer words, a part of a name, or a number such as 6d or spec/14.';

export interface SearchDialog {
  /** Fills the dialog, which is already shown, with a query if there is one. */
  open(query?: string): void;
  /** Fetches the data of the search before the dialog is opened. */
  prepare(): void;
}

export function createSearchDialog(dialog: HTMLDialogElement): SearchDialog {
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector<HTMLElement>('.search-results')!;
  const hint = dialog.querySelector<HTMLElement>('.search-hint')!;
  const copy = dialog.querySelector<HTMLButtonElement>('.search-copy')!;
  const storage = browserStorage();
  let matcher: Matcher | undefined;
  let loading: Promise<void> | undefined;
  let selected = -1;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const select = (index: number): void => {
    const all = options();
    if (all.length === 0) return input.removeAttribute('aria-activedescendant');
    all[selected]?.setAttribute('aria-selected', 'false');
    selected = (index + all.length) % all.length;
    all[selected].setAttribute('aria-selected', 'true');
    // The first result is shown together with the title of its group above it.
    if (selected === 0) list.scrollTop = 0;
    else all[selected].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[selected].id);
  };
  const showRecent = (): void => {
    const queries = recentSearches(storage);
    list.replaceChildren(
      ...(queries.length > 0
        ? [
            recentGroup(queries, refill, () => {
              clearSearches(storage);
              refill('');
            }),
          ]
        : []),
    );
    hint.textContent = HINT;
  };
  const showMatches = (query: string, from: Matcher): void => {
    list.replaceChildren(...from.find(query).map((group, i) => matchGroup(group, query, i)));
    const found = options().length;
    hint.textContent =
      found === 0
        ? `Nothing is found for “${query}”. ${NOTHING}`
        : `${found} result${found === 1 ? '' : 's'}`;
  };
  /** @param keepSelection whether the selected result stays selected if it is still in the list */
  const show = (keepSelection = false): void => {
    const query = input.value.trim();
    const before = keepSelection && selected > 0 ? options()[selected]?.getAttribute('href') : undefined;
    if (query === '') showRecent();
    else if (matcher) showMatches(query, matcher);
    selected = -1;
    input.setAttribute('aria-expanded', String(options().length > 0));
    copy.hidden = query === '';
    select(
      before
        ? Math.max(
            0,
            options().findIndex((option) => option.getAttribute('href') === before),
          )
        : 0,
    );
  };
  const refill = (query: string): void => {
    input.value = query;
    input.focus();
    show();
  };
  const load = (): Promise<void> => {
    loading ??= loadSearch(dialog.dataset, (loaded) => {
      matcher = loaded;
      if (dialog.open) show(true);
    }).catch(() => {
      // Opening the dialog again tries again.
      loading = undefined;
      if (!matcher) hint.textContent = 'The search could not be loaded.';
    });
    return loading;
  };

  input.addEventListener('input', () => show());
  dialog.addEventListener('keydown', (event) => {
    const next = selectionAfter(event, selected, options().length);
    if (next !== undefined) {
      event.preventDefault();
      select(next);
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      follow(options()[selected], event);
    } else if (event.key === 'Escape') {
      // By default, Escape would only clear the search field.
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('click', (event) => {
    const result = (event.target as Element).closest('a');
    if (result) saveSearch(storage, input.value);
    // A click on the backdrop closes the dialog, and so does opening a result, except in a new tab or window.
    if (event.target === dialog || (result && !event.ctrlKey && !event.metaKey && !event.shiftKey))
      dialog.close();
  });
  dialog.addEventListener('close', removeQueryFromUrl);
  copy.addEventListener('click', () => {
    const link = linkTo(input.value.trim());
    navigator.clipboard.writeText(link).then(
      () => {
        hint.textContent = 'The link to this search is copied.';
      },
      () => {
        // Without permission to use the clipboard, the link is shown instead.
        hint.textContent = link;
      },
    );
  });
  // The dev server reports that the documents have changed.
  document.addEventListener('spec:changed', () => {
    [matcher, loading] = [undefined, undefined];
    if (dialog.open) void load();
  });

  return {
    open(query) {
      if (query !== undefined) input.value = query.slice(0, input.maxLength);
      if (matcher) show();
      else hint.textContent = 'Loading …';
      void load();
    },
    prepare: () => void load(),
  };
}

/** Opens a result like a click with the same modifier keys: with Ctrl or Cmd in a new tab. */
function follow(option: HTMLElement | undefined, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  option?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** The selected index after a key. With Shift, keys select text in the field instead. */
function selectionAfter(
  { key, shiftKey }: KeyboardEvent,
  selected: number,
  count: number,
): number | undefined {
  if (shiftKey || count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return selected + 1;
    case 'ArrowUp':
      return selected - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
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
