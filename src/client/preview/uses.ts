/** Unfolds the uses of a name below the row that defines it; they are fetched the first time. */
import type { UsesGroup } from '../../payloads/previews.ts';
import { tag } from './tag.ts';

/** Follows the link instead where the uses cannot be had. */
export async function toggleUses(link: HTMLAnchorElement): Promise<void> {
  const row = link.closest('tr')!;
  const shown = row.nextElementSibling;
  const open = shown?.classList.contains('uses-row') === true;
  if (open && shown) shown.remove();
  else {
    const groups = await load(link.dataset.uses!).catch(() => undefined);
    if (!groups) return location.assign(link.href);
    // A second click can have come first.
    if (!row.nextElementSibling?.classList.contains('uses-row'))
      row.after(usesRow(groups, row.cells.length, link.ariaLabel ?? ''));
  }
  link.setAttribute('aria-expanded', String(!open));
}

async function load(url: string): Promise<UsesGroup[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as UsesGroup[];
}

function usesRow(groups: UsesGroup[], columns: number, label: string): HTMLTableRowElement {
  const row = tag('tr', 'uses-row');
  const cell = tag('td', '');
  cell.colSpan = columns;
  const panel = tag('div', 'uses-panel', ...groups.map((group, i) => groupElement(group, i === 0)));
  panel.role = 'group';
  panel.ariaLabel = label;
  cell.append(panel);
  row.append(cell);
  return row;
}

/** The same form as the lists of backlinks elsewhere; the first document is unfolded. */
function groupElement({ short, title, uses }: UsesGroup, open: boolean): HTMLElement {
  const group = tag(
    'details',
    'backlink-group',
    tag('summary', '', tag('span', 'number', short), ` ${title} `, tag('span', 'count', String(uses.length))),
    tag(
      'ul',
      '',
      ...uses.map(([section, url, line, before, words, after]) => {
        const link = tag('a', '', section);
        link.href = url;
        return tag(
          'li',
          '',
          link,
          ' ',
          tag('span', 'line', `line ${line}`),
          tag('p', '', before, tag('mark', '', words), after),
        );
      }),
    ),
  );
  group.open = open;
  return group;
}
