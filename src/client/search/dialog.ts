/** The search dialog: a field and a list, both walked with the arrow keys. */
import type { SearchIndex, SearchKind } from '../../site/search-index.ts';
import { createMatcher, markWords, type Match, type Matcher, type MatchGroup } from './match.ts';

const NAMES: Record<SearchKind, string> = {
  variable: 'Variables', document: 'Documents', section: 'Sections', requirement: 'Requirements', attribute: 'Attributes', phase: 'Phases', rule: 'Rules',
};
const HINT = 'Names, numbers (6d, spec/14) and words. Typos are forgiven.';

export interface Search {
  /** Fills the dialog, which is shown already, with a query where one is given. */
  open(query?: string): void;
}

export function createSearch(dialog: HTMLDialogElement): Search {
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector<HTMLElement>('.search-results')!;
  const hint = dialog.querySelector<HTMLElement>('.search-hint')!;
  let matcher: Matcher | undefined;
  let selected = -1;

  const load = async (): Promise<void> => {
    const response = await fetch(dialog.dataset.index!);
    if (!response.ok) throw new Error(String(response.status));
    matcher = createMatcher(await response.json() as SearchIndex);
  };
  const options = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];
  const select = (index: number): void => {
    const all = options();
    if (all.length === 0) return input.removeAttribute('aria-activedescendant');
    all[selected]?.setAttribute('aria-selected', 'false');
    selected = (index + all.length) % all.length;
    all[selected].setAttribute('aria-selected', 'true');
    all[selected].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[selected].id);
  };
  const show = (): void => {
    const query = input.value.trim();
    const groups = matcher?.find(query) ?? [];
    list.replaceChildren(...groups.map((group, i) => groupElement(group, query, i)));
    selected = -1;
    const found = options().length;
    select(0);
    if (query === '') hint.textContent = HINT;
    else if (matcher) hint.textContent = found === 0 ? `Nothing is called “${query}”.` : `${found} result${found === 1 ? '' : 's'}`;
  };

  input.addEventListener('input', show);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      options()[selected]?.click();
    }
  });
  // A click beside the dialog closes it; one on a result of this page as well.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });

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

function groupElement({ kind, matches }: MatchGroup, query: string, at: number): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', `search-group-${at}`);
  const title = document.createElement('p');
  title.id = `search-group-${at}`;
  title.className = 'search-group';
  title.textContent = NAMES[kind];
  group.append(title, ...matches.map((match, i) => resultElement(match, query, `search-${at}-${i}`)));
  return group;
}

function resultElement({ kind, title, url, context }: Match, query: string, id: string): HTMLElement {
  const link = document.createElement('a');
  link.id = id;
  link.href = url;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  // Focus stays in the field: the arrows move the selection.
  link.tabIndex = -1;
  link.className = `result result-${kind}`;
  const name = document.createElement('span');
  name.className = 'result-title';
  name.append(...markWords(title, query).map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  }));
  const where = document.createElement('span');
  where.className = 'result-context';
  where.textContent = context;
  link.append(name, where);
  return link;
}
