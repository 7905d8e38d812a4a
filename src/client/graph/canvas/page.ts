/** The graph page of a large specification: canvas, legend, search and panel; the state is in the URL. */
import type { MapNode } from '../../../site/graph-data.ts';
import { FIRST_KINDS, readState, writeState, type MapKind, type MapState, type Relation } from '../state.ts';
import { open } from './view.ts';

const page = document.querySelector<HTMLElement>('[data-large-graph]');
if (page) enliven(page);

/** Relations listed in the panel, of each direction. */
const LISTED = 40;

function enliven(page: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string): E => page.querySelector<E>(`[data-${name}]`)!;
  const [host, panel, status] = [part('map'), part('map-panel'), part('map-status')];
  const find = part<HTMLInputElement>('map-find');
  const boxes = [...page.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
  const all = boxes.map((box) => box.value as MapKind);
  // From afar only documents are seen anyway: nothing needs to be left out at first.
  const asked = readState(location.search, all);
  let state: MapState = location.search.includes('kinds=') ? asked : { ...asked, kinds: all };

  const set = (next: MapState): void => {
    state = next;
    view.update(state);
    show();
  };
  const select = (id?: string): void => set({ ...state, selected: id });
  const go = (id: string): void => {
    select(id);
    view.reveal(id);
    panel.querySelector<HTMLElement>('h2')?.focus();
  };
  const show = (): void => {
    for (const box of boxes) box.checked = state.kinds.includes(box.value as MapKind);
    if (document.activeElement !== find) find.value = state.find ?? '';
    const node = state.selected === undefined ? undefined : view.node(state.selected);
    panel.dataset.empty = String(!node);
    part('panel-body').replaceChildren(...(node ? told(node, view.relations(node.id), go) : []));
    history.replaceState(null, '', location.pathname + searchOf(state, all));
  };

  const view = open(host, { kind: 'open', url: new URL(page.dataset.largeGraph!, location.href).href }, state, {
    select,
    open: (id) => location.assign(view.node(id)!.url),
    look(at) {
      state = { ...state, at };
      history.replaceState(null, '', location.pathname + searchOf(state, all));
    },
  });
  status.textContent = 'Opening the map';
  view.ready.then(() => {
    status.textContent = '';
    host.dataset.ready = '';
    show();
    if (state.selected) view.reveal(state.selected);
  }, () => (status.textContent = 'The map could not be opened. The documents are listed below.'));
  page.addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).name === 'kind') set({ ...state, kinds: boxes.filter((box) => box.checked).map((box) => box.value as MapKind) });
  });
  find.addEventListener('input', () => set({ ...state, find: find.value.trim() || undefined }));
  page.addEventListener('click', (event) => {
    const target = (event.target as HTMLElement).closest<HTMLElement>('[data-zoom], [data-select]');
    if (target?.dataset.zoom) view.zoom(target.dataset.zoom as 'in' | 'out' | 'all');
    if (!target?.dataset.select || !view.node(target.dataset.select)) return;
    event.preventDefault();
    go(target.dataset.select);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.selected && !document.querySelector('dialog[open]')) select();
  });
}

/** Here all kinds are shown where the URL says nothing. */
function searchOf(state: MapState, all: readonly MapKind[]): string {
  const params = new URLSearchParams(writeState({ ...state, kinds: FIRST_KINDS }));
  if (state.kinds.length < all.length) params.set('kinds', state.kinds.join(','));
  return params.size > 0 ? `?${params.toString().replaceAll('%2C', ',')}` : '';
}

function told(node: MapNode, { to, from }: { to: Relation[]; from: Relation[] }, go: (id: string) => void): HTMLElement[] {
  const heading = make('h2', '', node.label);
  heading.tabIndex = -1;
  const link = make('a', 'button', 'Open its page');
  link.href = node.url;
  return [
    make('p', `kicker node-${node.kind}`, node.kind), heading, make('p', 'note', [node.about, node.facts].filter(Boolean).join('. ')), link,
    ...relations('Points at', to, go), ...relations('Pointed at by', from, go),
  ];
}

function relations(title: string, all: readonly Relation[], go: (id: string) => void): HTMLElement[] {
  if (all.length === 0) return [];
  const list = make('ul', 'relations');
  list.append(...all.slice(0, LISTED).map(({ node, count }) => {
    const [item, button] = [make('li'), make('button', `relation node-${node.kind}`, node.label)];
    button.type = 'button';
    button.addEventListener('click', () => go(node.id));
    item.append(button, make('span', 'count', String(count)));
    return item;
  }));
  const rest = all.length - LISTED;
  return [make('h3', '', `${title} (${all.length.toLocaleString('en')})`), list, ...(rest > 0 ? [make('p', 'note', `and ${rest.toLocaleString('en')} more with fewer references`)] : [])];
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
