/** Expands the uses of a name below the table row that defines it. They are fetched when they are first expanded. */
import type { UsesGroup } from '../../payloads/previews.ts';
import { createElement } from './create-element.ts';

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
  const row = createElement('tr', 'uses-row');
  const cell = createElement('td', '');
  cell.colSpan = columns;
  const panel = createElement('div', 'uses-panel', ...groups.map((group, i) => groupElement(group, i === 0)));
  panel.role = 'group';
  panel.ariaLabel = label;
  cell.append(panel);
  row.append(cell);
  return row;
}

/** The same markup as BacklinkGroups.astro. The first document is expanded. */
function groupElement({ short, title, uses }: UsesGroup, open: boolean): HTMLElement {
  const group = createElement(
    'details',
    'backlink-group',
    createElement(
      'summary',
      '',
      createElement('span', 'number', short),
      ` ${title} `,
      createElement('span', 'count', String(uses.length)),
    ),
    createElement(
      'ul',
      '',
      ...uses.map(([section, url, line, before, words, after]) => {
        const link = createElement('a', '', section);
        link.href = url;
        return createElement(
          'li',
          '',
          link,
          ' ',
          createElement('span', 'line', `line ${line}`),
          createElement('p', '', before, createElement('mark', '', words), after),
        );
      }),
    ),
  );
  group.open = open;
  return group;
}
