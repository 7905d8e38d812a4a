/** The search dialog: a field and a list; the arrow keys walk the list while the focus stays in the field. */
import { browserShelf } from '../storage.ts';
import { loadSearch } from './load.ts';
import type { Matcher } from './match.ts';
import { forget, recentSearches, remember } from './recent.ts';
import { matchGroup, recentGroup } from './results.ts';

const HINT = 'Names, numbers (6d, spec/14) and words of the text. Typos are forgiven.';
const NOTHING = 'Try fewer words, a part of a name, or a number such as 6d or spec/14.';

export interface Search {
  /** Fills the dialog, which is shown already, with a query where one is given. */
  open(query?: string): void;
  /** Fetches what will be needed, before the dialog is opened. */
  prepare(): void;
}

export function createSearch(dialog: HTMLDialogElement): Search {
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector<HTMLElement>('.search-results')!;
  const hint = dialog.querySelector<HTMLElement>('.search-hint')!;
  const copy = dialog.querySelector<HTMLButtonElement>('.search-copy')!;
  const shelf = browserShelf();
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
    // The first result is shown with the name of its group above it.
    if (selected === 0) list.scrollTop = 0;
    else all[selected].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[selected].id);
  };
  const showRecent = (): void => {
    const queries = recentSearches(shelf);
    list.replaceChildren(
      ...(queries.length > 0
        ? [
            recentGroup(queries, refill, () => {
              forget(shelf);
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
  /** @param keep whether the result that is selected stays so where it is still there */
  const show = (keep = false): void => {
    const query = input.value.trim();
    const before = keep && selected > 0 ? options()[selected]?.getAttribute('href') : undefined;
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
    loading ??= loadSearch(dialog.dataset, (ready) => {
      matcher = ready;
      if (dialog.open) show(true);
    }).catch(() => {
      // Tried again when the dialog is next opened.
      loading = undefined;
      if (!matcher) hint.textContent = 'The search could not be loaded.';
    });
    return loading;
  };

  input.addEventListener('input', () => show());
  dialog.addEventListener('keydown', (event) => {
    const to = placeAfter(event, selected, options().length);
    if (to !== undefined) {
      event.preventDefault();
      select(to);
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      follow(options()[selected], event);
    } else if (event.key === 'Escape') {
      // A search field would only be emptied by it.
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('click', (event) => {
    const followed = (event.target as Element).closest('a');
    if (followed) remember(shelf, input.value);
    // A click beside the dialog closes it; one on a result of this page as well, but not one that opens another tab.
    if (event.target === dialog || (followed && !event.ctrlKey && !event.metaKey && !event.shiftKey))
      dialog.close();
  });
  dialog.addEventListener('close', forgetAddress);
  copy.addEventListener('click', () => {
    const link = linkTo(input.value.trim());
    navigator.clipboard.writeText(link).then(
      () => {
        hint.textContent = 'The link to this search is copied.';
      },
      () => {
        // Without the right to copy, the link is shown instead.
        hint.textContent = link;
      },
    );
  });
  // The dev server has read the specification anew.
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

/** Follows a result as a click with the same keys would: with Ctrl or Cmd in a new tab. */
function follow(option: HTMLElement | undefined, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  option?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** Where a key leads among the results; with Shift the keys belong to the field. */
function placeAfter({ key, shiftKey }: KeyboardEvent, selected: number, count: number): number | undefined {
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

/** This page with the search open; where `q` is the page's own, the home page. */
function linkTo(query: string): string {
  const url = document.querySelector('[data-own-query]')
    ? new URL(document.querySelector<HTMLAnchorElement>('.brand')!.href)
    : new URL(location.href);
  url.search = new URLSearchParams({ q: query }).toString();
  url.hash = '';
  return url.href;
}

/** A query that has opened the dialog is done with when it closes: a reload shows the page. Typing never changes the address. */
function forgetAddress(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('q') || document.querySelector('[data-own-query]')) return;
  url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
}
