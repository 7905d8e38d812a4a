/** The elements of the list of results: groups of options. The focus stays in the search field, so options are not tab stops. */
import { button, make } from '../element.ts';
import { highlightMatches } from './highlight.ts';
import type { Match, MatchGroup } from './matcher.ts';

export function matchGroup({ kind, matches }: MatchGroup, query: string, at: number): HTMLElement {
  return group(
    kind.title,
    at,
    matches.map((match, i) => matchOption(match, query, `page:result-${at}-${i}`)),
  );
}

/** The recent searches, and an option that clears them. */
export function recentGroup(
  queries: readonly string[],
  onPick: (query: string) => void,
  onForget: () => void,
): HTMLElement {
  const picks = queries.map((query, i) =>
    buttonOption(query, `page:recent-${i}`, 'result result-recent', () => onPick(query)),
  );
  return group('Recent', 'recent', [
    ...picks,
    buttonOption('Forget these', 'search-forget', 'result result-forget', onForget),
  ]);
}

function group(title: string, at: number | string, options: HTMLElement[]): HTMLElement {
  const id = `page:group-${at}`;
  return make(
    'div',
    { role: 'group', 'aria-labelledby': id },
    make('p', { class: 'search-group', id }, title),
    ...options,
  );
}

function matchOption({ kind, title, url, context, place }: Match, query: string, id: string): HTMLElement {
  const link = make(
    'a',
    { class: `result result-${kind.id}`, href: url },
    highlighted('result-title', title, query),
    place ? make('span', { class: 'result-place' }, place) : undefined,
    context ? highlighted('result-context', context, query) : undefined,
  );
  return asOption(link, id);
}

function buttonOption(text: string, id: string, className: string, onClick: () => void): HTMLElement {
  return asOption(button(text, onClick, className), id);
}

function asOption<E extends HTMLElement>(element: E, id: string): E {
  element.id = id;
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.tabIndex = -1;
  return element;
}

function highlighted(className: string, text: string, query: string): HTMLElement {
  const pieces = highlightMatches(text, query).map((piece) =>
    piece.highlighted ? make('mark', {}, piece.text) : piece.text,
  );
  return make('span', { class: className }, ...pieces);
}
