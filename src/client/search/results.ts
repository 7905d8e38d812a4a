/** The elements of the list of results: groups of options. The focus stays in the search field, so options are not tab stops. */
import { highlightMatches } from './highlight.ts';
import type { Match, MatchGroup, MatchKind } from './matcher.ts';

const GROUP_TITLES: Record<MatchKind, string> = {
  variable: 'Variables',
  document: 'Documents',
  section: 'Sections',
  step: 'Steps',
  requirement: 'Requirements',
  attribute: 'Attributes',
  phase: 'Phases',
  rule: 'Rules',
  text: 'In the text',
};

export function matchGroup({ kind, matches }: MatchGroup, query: string, at: number): HTMLElement {
  return group(
    GROUP_TITLES[kind],
    at,
    matches.map((match, i) => matchOption(match, query, `search-${at}-${i}`)),
  );
}

/** The recent searches, and an option that clears them. */
export function recentGroup(
  queries: readonly string[],
  onPick: (query: string) => void,
  onForget: () => void,
): HTMLElement {
  const picks = queries.map((query, i) =>
    buttonOption(query, `search-recent-${i}`, 'result result-recent', () => onPick(query)),
  );
  return group('Recent', 'recent', [
    ...picks,
    buttonOption('Forget these', 'search-forget', 'result result-forget', onForget),
  ]);
}

function group(title: string, at: number | string, options: HTMLElement[]): HTMLElement {
  const element = make('div', '');
  const name = make('p', 'search-group', title);
  name.id = `search-group-${at}`;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', name.id);
  element.append(name, ...options);
  return element;
}

function matchOption({ kind, title, url, context, place }: Match, query: string, id: string): HTMLElement {
  const link = make('a', `result result-${kind}`);
  link.href = url;
  link.append(highlighted('result-title', title, query));
  if (place) link.append(make('span', 'result-place', place));
  if (context) link.append(highlighted('result-context', context, query));
  return asOption(link, id);
}

function buttonOption(text: string, id: string, className: string, onClick: () => void): HTMLElement {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return asOption(button, id);
}

function asOption<E extends HTMLElement>(element: E, id: string): E {
  element.id = id;
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.tabIndex = -1;
  return element;
}

function highlighted(className: string, text: string, query: string): HTMLElement {
  const element = make('span', className);
  element.append(
    ...highlightMatches(text, query).map((piece) =>
      piece.highlighted ? make('mark', '', piece.text) : piece.text,
    ),
  );
  return element;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
