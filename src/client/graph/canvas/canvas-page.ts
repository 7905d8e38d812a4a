/** The graph page of a large specification: a canvas, the legend, the search and the panel. */
import type { MapKind } from '../../../map/model.ts';
import { GraphController, type GraphPage, type PanelContent } from '../controller.ts';
import { jsonOf, type ExportType } from '../export.ts';
import { readState, writeState, type MapState } from '../state/state.ts';
import { relationsOf } from './scene-queries.ts';
import { CanvasStore } from './canvas-store.ts';
import { CanvasView, type CanvasEvents } from './canvas-view.ts';
import { nodePanel } from './node-panel.ts';

export class CanvasPage implements GraphPage {
  readonly root: HTMLElement;
  readonly store = new CanvasStore(() => this.view?.atlas);
  readonly view: CanvasView;
  private readonly controller: GraphController;
  private readonly boxes: HTMLInputElement[];
  private readonly kinds: readonly MapKind[];
  private readonly find: HTMLInputElement;

  constructor(root: HTMLElement) {
    this.root = root;
    this.boxes = [...root.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
    this.kinds = this.boxes.map((box) => box.value);
    this.controller = new GraphController(this);
    this.find = this.controller.part<HTMLInputElement>('map-find');
    const { viewEvents, state } = this.controller;
    const events: CanvasEvents = {
      ...viewEvents,
      loaded: () => this.onDataLoaded(),
      failed: () => this.controller.announce('The map could not be fetched again.'),
      answered: (question, answer, node) => {
        this.store.setAnswer(question, answer, node);
        this.controller.announce(answer.summary);
        this.controller.show();
      },
    };
    const url = new URL(root.dataset.largeGraph!, location.href).href;
    this.view = new CanvasView(this.host, url, state, events, this.kinds);
  }

  start(): void {
    const { controller } = this;
    controller.start();
    controller.announce('Opening the map');
    this.view.ready.then(
      () => this.onReady(),
      () => controller.announce('The map could not be opened. The documents are listed below.'),
    );
    this.root.addEventListener('change', ({ target }) => {
      if ((target as HTMLInputElement).name === 'kind') controller.set({ kinds: this.checkedKinds() });
    });
    this.find.addEventListener('input', () =>
      controller.set({ find: this.find.value.trim() || undefined }, 'replace'),
    );
  }

  /** All kinds are shown where the URL names none. */
  readState(search: string): MapState {
    return readState(search, this.kinds, this.kinds);
  }

  writeState(state: MapState): string {
    return writeState(state, this.kinds);
  }

  show(state: MapState): void {
    for (const box of this.boxes) box.checked = state.kinds.includes(box.value);
    if (document.activeElement !== this.find) this.find.value = state.find ?? '';
    this.view.update(state);
  }

  selectedOutside(id: string): void {
    this.view.reveal(id);
  }

  panelContent({ selected }: MapState): PanelContent | undefined {
    const atlas = this.view?.atlas;
    const node = selected === undefined ? undefined : this.store.node(selected);
    if (!node || !atlas) return undefined;
    const findings = (this.store.findings ?? []).filter(({ nodes }) => nodes.includes(node.id));
    return {
      dependencies: [node.id, atlas],
      fill: (body, actions) =>
        body.replaceChildren(...nodePanel(node, relationsOf(atlas, node.id), findings, actions)),
    };
  }

  exportAs(type: ExportType, state: MapState): Blob | Promise<Blob> | undefined {
    if (type === 'png') return this.view.png();
    const url = new URL(location.pathname + this.writeState(state), location.href).href;
    return jsonOf(this.view.nodesInPicture(), state, url);
  }

  refresh(): void {
    this.view.reload();
  }

  private get host(): HTMLElement {
    return this.controller.part('map');
  }

  private checkedKinds(): MapKind[] {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  private onReady(): void {
    const { state } = this.controller;
    if (!state.ask) this.controller.announce('');
    this.host.dataset.ready = '';
    if (state.selected && !state.camera) this.view.reveal(state.selected);
  }

  /** Data have arrived, maybe after a save: a selected node that no longer exists is deselected. */
  private onDataLoaded(): void {
    const { state } = this.controller;
    const isGone = state.selected !== undefined && !this.store.node(state.selected);
    if (isGone) this.controller.set({ selected: undefined }, 'replace');
    else this.controller.show();
  }
}
