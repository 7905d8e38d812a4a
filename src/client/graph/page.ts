/** The graph page: the map on its canvas or the matrix, the bar of controls, the panel and the list. */
import type { MapKind } from '../../map/model.ts';
import { whenChanged } from '../element.ts';
import { CanvasView, type CanvasEvents } from './canvas/canvas-view.ts';
import { GraphController, type GraphPage, type PanelContent } from './controller.ts';
import { createControls, type Controls } from './controls.ts';
import type { ExportType } from './export/index.ts';
import { cellBetween, describeCell, type Cell } from './matrix/cell.ts';
import type { PanelActions } from './panel/actions.ts';
import type { TieActions } from './panel/tie-panel.ts';
import { showInList } from './panel/node-list.ts';
import type { Answer } from './state/ask.ts';
import { readState, writeState, type MapState } from './state/state.ts';
import { MapStore } from './store.ts';
import type { MatrixView } from './matrix/matrix-view.ts';
import type { MapView } from './view.ts';

class Page implements GraphPage {
  readonly root: HTMLElement;
  readonly store: MapStore;
  private readonly canvas: CanvasView;
  private matrix: MatrixView | undefined;
  private readonly kinds: readonly MapKind[];
  private readonly firstKinds: readonly MapKind[];
  private readonly controls: Controls;
  private readonly controller: GraphController;
  private readonly relist = whenChanged();

  constructor(root: HTMLElement) {
    this.root = root;
    const { map, sentences, promises, kinds, firstKinds } = root.dataset;
    this.kinds = kinds!.split(' ');
    this.firstKinds = firstKinds!.split(' ');
    this.store = new MapStore(() => this.canvas, { sentences, promises });
    this.controller = new GraphController(this);
    const { viewEvents, state } = this.controller;
    this.controls = createControls(root, this.firstKinds, {
      change: (change, isTyping) => this.controller.set(change, isTyping ? 'replace' : 'push'),
      ask: (question) => this.controller.ask(question),
      find: (words) => this.selectByName(words),
    });
    const events: CanvasEvents = {
      ...viewEvents,
      loaded: () => this.onLoaded(),
      failed: () => this.controller.announce('The map could not be fetched again.'),
      found: (matches) =>
        this.controls.showMatches(this.canvas.atlas!, this.canvas.visible!, matches, this.controller.state),
      answered: (question, answer, node) => {
        this.store.setAnswer(question, answer, node);
        this.controller.announce(answer.summary);
        this.controller.show();
      },
    };
    this.canvas = new CanvasView(this.host, new URL(map!, location.href).href, state, events, this.kinds);
  }

  get view(): MapView | undefined {
    return this.controller.state.view === 'matrix' ? this.matrix : this.canvas;
  }

  start(): void {
    const { controller } = this;
    controller.start();
    this.canvas.ready.then(
      () => this.onReady(),
      () => controller.announce('The map could not be opened. Its content is listed below.'),
    );
  }

  readState(search: string): MapState {
    return readState(search, this.kinds, this.firstKinds);
  }

  writeState(state: MapState): string {
    return writeState(state, this.firstKinds);
  }

  show(state: MapState, answer: Answer | undefined): void {
    this.controls.show(state);
    this.showCaption(state, answer);
    this.canvas.update(state);
    void this.showMatrix({ ...state, answer });
    const { atlas, visible } = this.canvas;
    if (!atlas || !visible) return;
    this.controller.part('map-empty').hidden = visible.includes(1);
    this.relist([atlas, visible, answer, state.selected], () =>
      showInList(this.controller.part('map-list'), atlas, visible, state.selected, answer),
    );
  }

  panelContent(state: MapState): PanelContent | undefined {
    const { store } = this;
    const cell = this.cellOfTie(state);
    if (cell)
      return {
        dependencies: [cell.id, store.version, store.sentences, store.promises],
        fill: ({ fillTie }, body, actions) =>
          fillTie(body, cell, store.promises, this.tieActions(cell, actions)),
      };
    const node = state.selected === undefined ? undefined : store.node(state.selected);
    return (
      node && {
        dependencies: [node.id, store.version, store.sentences],
        fill: ({ fillPanel }, body, actions) => fillPanel(body, node, store, actions),
      }
    );
  }

  /** Sentences are needed for a selection or a question, promises for a tie and for the matrix. */
  load({ selected, ask, tie, view }: MapState): void {
    const added = (isNew: boolean): void => void (isNew && this.controller.show());
    if (selected || ask || tie)
      this.store
        .fetchSentences()
        .then(added, () => this.controller.announce('The sentences could not be fetched.'));
    if (tie || view === 'matrix') void this.store.fetchPromises().then(added);
  }

  selectedOutside(id: string): void {
    this.canvas.reveal(id);
  }

  describeTie(state: MapState): string | undefined {
    const cell = this.cellOfTie(state);
    return cell && describeCell(cell);
  }

  /** The code that exports is fetched when it is first needed. */
  async exportAs(type: ExportType): Promise<void> {
    const { state } = this.controller;
    const places = state.view === 'matrix' ? this.matrix?.places() : this.canvas.nodesInPicture();
    const picture = this.canvas.picture();
    if (!places || !picture) return;
    const selected = state.selected === undefined ? undefined : this.store.node(state.selected);
    const url = new URL(location.pathname + this.writeState(state), location.href).href;
    const visible = { state, url, selected, places, picture, host: this.host };
    await (await import('./export/index.ts')).exportAs(type, visible);
  }

  refresh(): void {
    this.canvas.reload();
  }

  private get host(): HTMLElement {
    return this.controller.part('map-host');
  }

  private onReady(): void {
    const { state } = this.controller;
    this.host.dataset.ready = '';
    if (state.selected && !state.camera) this.canvas.reveal(state.selected);
  }

  /** Data have arrived, maybe after a save: a selected node that no longer exists is deselected. */
  private onLoaded(): void {
    const { state } = this.controller;
    this.store.forget();
    const isGone = state.selected !== undefined && !this.store.node(state.selected);
    if (isGone) this.controller.set({ selected: undefined }, 'replace');
    else this.controller.showAndLoad();
  }

  private async selectByName(words: string): Promise<boolean> {
    const node = await this.store.findByName(words);
    if (node) this.controller.select(node.id, 'focus');
    return node !== undefined;
  }

  /** On a phone the panel is below the map, so that a line within the map names the selected node. */
  private showCaption(state: MapState, answer: Answer | undefined): void {
    const sentence =
      answer?.summary ??
      (state.selected === undefined ? this.describeTie(state) : this.controller.describe(state.selected));
    const link = this.controller.part<HTMLAnchorElement>('map-caption');
    link.hidden = sentence === undefined;
    link.textContent = sentence ?? '';
  }

  /** The cell of the tie that is shown in the panel, unless a node is selected. */
  private cellOfTie({ tie, selected }: MapState): Cell | undefined {
    return tie && selected === undefined
      ? cellBetween(this.store.documents, tie, this.store.promises?.demands)
      : undefined;
  }

  private tieActions({ from, to }: Cell, { select }: PanelActions): TieActions {
    return {
      select,
      close: () => this.controller.selectTie(undefined, true),
      showOpposite: () => this.controller.selectTie({ source: to.id, target: from.id }, true),
    };
  }

  /** The code of the matrix is fetched when it is first shown. */
  private async showMatrix(state: MapState): Promise<void> {
    const { store, host } = this;
    const isWanted = (): boolean => this.controller.state.view === 'matrix' && store.version !== undefined;
    if (state.view !== 'matrix') {
      if (!this.matrix) return;
      this.matrix.destroy();
      this.matrix = undefined;
      host.dataset.view = 'map';
      return this.canvas.show();
    }
    if (!isWanted()) return;
    const { create } = await import('./matrix/matrix-view.ts');
    if (!isWanted()) return;
    host.dataset.view = 'matrix';
    const data = { ...store.documents, demands: store.promises?.demands ?? [] };
    if (this.matrix) this.matrix.update(state, data);
    else this.matrix = create(host, data, state, this.controller.viewEvents);
  }
}

const root = document.querySelector<HTMLElement>('[data-graph-page]');
if (root) new Page(root).start();
