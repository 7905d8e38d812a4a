/** Expands the uses of a name below the table row that defines it. They are fetched when they are first expanded. */
import type { Use, UsesGroup } from '../../payloads/previews.ts';
import { make } from '../element.ts';

/** Expands or collapses the uses. Follows the link instead if they cannot be fetched. */
export async function toggleUses(link: HTMLAnchorElement): Promise<void> {
  const row = link.closest('tr')!;
  const next = row.nextElementSibling;
  const isOpen = next?.classList.contains('uses-row') === true;
  if (isOpen && next) next.remove();
  else {
    const groups = await load(link.dataset.uses!).catch(() => undefined);
    if (!groups) return location.assign(link.href);
    // Another click may have expanded them in the meantime.
    if (!row.nextElementSibling?.classList.contains('uses-row'))
      row.after(usesRow(groups, row.cells.length, link.ariaLabel ?? ''));
  }
  link.setAttribute('aria-expanded', String(!isOpen));
}

async function load(url: string): Promise<UsesGroup[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as UsesGroup[];
}

function usesRow(groups: UsesGroup[], columns: number, label: string): HTMLTableRowElement {
  const panel = make(
    'div',
    { class: 'uses-panel', role: 'group', ariaLabel: label },
    ...groups.map((group, i) => groupElement(group, i === 0)),
  );
  return make('tr', { class: 'uses-row' }, make('td', { colSpan: columns }, panel));
}

/** The same markup as BacklinkGroups.astro. The first document is expanded. */
function groupElement({ short, title, uses }: UsesGroup, open: boolean): HTMLElement {
  return make(
    'details',
    { class: 'backlink-group', open },
    make(
      'summary',
      {},
      make('span', { class: 'number' }, short),
      ` ${title} `,
      make('span', { class: 'count' }, String(uses.length)),
    ),
    make('ul', {}, ...uses.map(useItem)),
  );
}

function useItem([section, url, line, before, words, after]: Use): HTMLElement {
  return make(
    'li',
    {},
    make('a', { href: url }, section),
    ' ',
    make('span', { class: 'line' }, `line ${line}`),
    make('p', {}, before, make('mark', {}, words), after),
  );
}
