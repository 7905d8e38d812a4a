/** The nodes of the map as tables, one for each kind: they follow the filters and the answer. */
import type { MapData, MapNode } from '../../../map/model.ts';
import { longName } from './answer-panel.ts';
import { make } from '../../element.ts';

/** @param highlighted nodes of the answer; where given, only these are listed */
export function showInList(
  list: HTMLElement,
  data: MapData,
  visible: MapData,
  selected: string | undefined,
  highlighted: ReadonlySet<string> | undefined,
): void {
  const shown = new Map(
    visible.nodes.filter((node) => !highlighted || highlighted.has(node.id)).map((node) => [node.id, node]),
  );
  const degrees = degreesOf(visible);
  for (const group of list.querySelectorAll<HTMLElement>('[data-kind]')) {
    const body = group.querySelector('tbody')!;
    updateRows(
      body,
      data.nodes.filter((node) => node.kind === group.dataset.kind),
    );
    let count = 0;
    for (const row of body.rows) {
      const id = row.dataset.node!;
      row.hidden = !shown.has(id);
      if (row.hidden) continue;
      count++;
      const link = row.querySelector('a')!;
      if (id === selected) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const [out, into] = degrees.get(id) ?? [0, 0];
      row.cells[2].textContent = String(out);
      row.cells[3].textContent = String(into);
    }
    group.hidden = count === 0;
    group.querySelector('.count')!.textContent = String(count);
  }
}

/** Adds rows for sections and for nodes that a save added, replaces changed rows and removes those of deleted nodes. */
function updateRows(body: HTMLTableSectionElement, nodes: readonly MapNode[]): void {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const listedIds = new Set<string>();
  for (const row of [...body.rows]) {
    const node = nodesById.get(row.dataset.node!);
    if (!node) row.remove();
    else {
      listedIds.add(node.id);
      const [name, about] = [row.querySelector('a > span')!, row.querySelector('.meaning')!];
      if (name.textContent !== longName(node) || about.textContent !== node.about)
        row.replaceWith(rowOf(node));
    }
  }
  body.append(...nodes.filter((node) => !listedIds.has(node.id)).map(rowOf));
}

function rowOf(node: MapNode): HTMLTableRowElement {
  return make(
    'tr',
    { 'data-node': node.id },
    make(
      'th',
      { scope: 'row' },
      make(
        'a',
        { class: `node-${node.kind}`, href: node.url, 'data-select': node.id },
        make('span', {}, longName(node)),
      ),
      make('span', { class: 'meaning' }, node.about),
    ),
    make('td', { class: 'numeric' }, node.phase ? String(node.phase) : ''),
    make('td', { class: 'numeric' }),
    make('td', { class: 'numeric' }),
  );
}

/** Numbers of outgoing and incoming ties. */
function degreesOf({ ties }: MapData): Map<string, [number, number]> {
  const degrees = new Map<string, [number, number]>();
  const degreeOf = (id: string): [number, number] => {
    if (!degrees.has(id)) degrees.set(id, [0, 0]);
    return degrees.get(id)!;
  };
  for (const { source, target } of ties) {
    degreeOf(source)[0]++;
    degreeOf(target)[1]++;
  }
  return degrees;
}
