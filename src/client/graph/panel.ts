/** The panel beside the map: what is selected, what it points at and what points at it. */
import type { MapData } from '../../site/graph-data.ts';
import { relationsOf, type Relation } from './state.ts';

/**
 * Fills the panel.
 * @param id undefined shows the hint that stood there at first
 */
export function fillPanel(panel: HTMLElement, data: MapData, id: string | undefined, onSelect: (id: string) => void): void {
  const node = data.nodes.find((candidate) => candidate.id === id);
  panel.dataset.empty = String(!node);
  const body = panel.querySelector<HTMLElement>('[data-panel-body]')!;
  if (!node) return body.replaceChildren();
  const { from, to } = relationsOf(data, node.id);
  const heading = make('h2', '', node.label);
  heading.tabIndex = -1;
  const open = make('a', 'button', 'Open its page');
  open.href = node.url;
  body.replaceChildren(
    make('p', `kicker node-${node.kind}`, node.kind), heading, make('p', 'note', node.about), open,
    ...relationList('Points at', to, onSelect), ...relationList('Pointed at by', from, onSelect),
  );
}

function relationList(title: string, relations: Relation[], onSelect: (id: string) => void): HTMLElement[] {
  if (relations.length === 0) return [];
  const list = make('ul', 'relations');
  list.append(...relations.map(({ node, count }) => {
    const item = make('li');
    const button = make('button', `relation node-${node.kind}`, node.label);
    button.type = 'button';
    button.addEventListener('click', () => onSelect(node.id));
    item.append(button, make('span', 'count', String(count)));
    return item;
  }));
  return [make('h3', '', `${title} (${relations.length})`), list];
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
