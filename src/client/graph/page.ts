/** Ties map, legend, panel, list and URL of the graph page together. */
import type { MapData } from '../../site/graph-data.ts';
import { create } from './force.ts';
import { fillPanel } from './panel.ts';
import { readState, writeState, type MapKind, type MapState } from './state.ts';

const host = document.querySelector<HTMLElement>('[data-map]');
if (host) enliven(host);

function enliven(host: HTMLElement): void {
  const data = JSON.parse(document.querySelector('[data-map-data]')!.textContent!) as MapData;
  const legend = document.querySelector<HTMLFormElement>('[data-map-legend]')!;
  const panel = document.querySelector<HTMLElement>('[data-map-panel]')!;
  const list = document.querySelector<HTMLElement>('[data-map-list]')!;
  const boxes = [...legend.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  let state = readState(location.search, boxes.map((box) => box.value as MapKind));

  const select = (id?: string, focus = false): void => {
    const kind = data.nodes.find((node) => node.id === id)?.kind;
    set({ ...state, selected: kind && id, kinds: kind && !state.kinds.includes(kind) ? [...state.kinds, kind] : state.kinds });
    if (focus) panel.querySelector<HTMLElement>('h2')?.focus();
  };
  const show = (): void => {
    for (const box of boxes) box.checked = state.kinds.includes(box.value as MapKind);
    fillPanel(panel, data, state.selected, (id) => select(id, true));
    for (const item of list.querySelectorAll<HTMLElement>('[data-kind]')) item.hidden = !state.kinds.includes(item.dataset.kind as MapKind);
    history.replaceState(null, '', location.pathname + writeState(state));
  };
  const set = (next: MapState): void => {
    state = next;
    view.update(state);
    show();
  };

  const view = create(host, data, state, (id) => select(id));
  legend.hidden = false;
  legend.addEventListener('change', () => set({ ...state, kinds: boxes.filter((box) => box.checked).map((box) => box.value as MapKind) }));
  legend.addEventListener('click', (event) => {
    const how = (event.target as HTMLElement).closest<HTMLElement>('[data-zoom]')?.dataset.zoom;
    if (how) view.zoom(how as 'in' | 'out' | 'all');
  });
  list.addEventListener('click', (event) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-select]')?.dataset.select;
    if (!id) return;
    event.preventDefault();
    select(id, true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.selected && !document.querySelector('dialog[open]')) select(undefined);
  });
  show();
}
