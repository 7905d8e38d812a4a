/** The graph page of a small specification: three views of SVG, the legend, the panel and the list. */
import type { MapData } from '../../map/model.ts';
import { GraphController, type GraphPage, type PanelContent } from './controller.ts';
import { createControls, type Controls } from './controls.ts';
import { exportOfSvg, type ExportType } from './export.ts';
import { sentenceOf } from './keyboard.ts';
import { PageStore } from './map-store.ts';
import { cellBetween, sentenceOfCell, type Cell } from './matrix/cell.ts';
import type { PanelActions } from './panel/actions.ts';
import { showInList } from './panel/node-list.ts';
import { fillPanel } from './panel/node-panel.ts';
import { fillTie } from './panel/tie-panel.ts';
import type { Answer } from './state/ask.ts';
import {
  bestMatch,
  countsOf,
  matchesOf,
  readState,
  visibleOf,
  writeState,
  type MapState,
  type ViewName,
} from './state/state.ts';
import { createTabs, type Tabs } from './tabs.ts';
import type { MapView } from './view.ts';
import { LOADERS } from './views.ts';

/** Time in milliseconds for which a change is marked. */
const MARKED_MS = 4000;

export class MapPage implements GraphPage {
  readonly root: HTMLElement;
  readonly store: PageStore;
  view: MapView | undefined;
  private readonly host: HTMLElement;
  private readonly controls: Controls;
  private readonly controller: GraphController;
  private readonly tabs: Tabs;
  private viewName: ViewName | undefined;
  /** Ids of nodes and keys of ties that a save has just changed. */
  private changed: ReadonlySet<string> | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
    this.store = new PageStore(readPageData(), {
      details: root.dataset.details!,
      matrix: root.dataset.matrix!,
    });
    this.controls = createControls(
      root,
      (change, isTyping) => this.controller.set(change, isTyping ? 'replace' : 'push'),
      () => this.selectMatch(),
    );
    this.controller = new GraphController(this);
    this.host = this.part('map');
    this.tabs = createTabs(this.part('views'), (view) => this.controller.set({ view, at: undefined }));
  }

  start(): void {
    this.controller.start();
  }

  readState(search: string): MapState {
    return readState(search, this.controls.all);
  }

  writeState(state: MapState): string {
    return writeState(state);
  }

  show(state: MapState, answer: Answer | undefined): void {
    const { known } = this.store;
    const whole = this.withDerived(state, answer);
    const visible = visibleOf(known, whole);
    const { all } = this.controls;
    this.controls.show(state, countsOf(known, whole, all), matchesOf(visible.nodes, state.find).size);
    this.tabs.show(state.view ?? 'force');
    this.part('map-empty').hidden = visible.nodes.length > 0;
    this.showCaption(state, visible, answer);
    const highlighted = answer && !answer.empty ? new Set(answer.distances.keys()) : undefined;
    showInList(this.part('map-list'), known, visible, state.selected, highlighted);
    void this.showView(whole);
  }

  panelContent(state: MapState): PanelContent | undefined {
    const { data, known, details, matrix } = this.store;
    const cell = this.tieCell(state);
    if (!state.selected && !cell) return undefined;
    return {
      madeFrom: [state.selected, known, cell?.id, matrix],
      fill: (body, actions) =>
        cell
          ? fillTie(body, cell, matrix, this.tieActions(cell, actions))
          : fillPanel(body, data, state.selected, details, actions),
    };
  }

  load(state: MapState): void {
    void this.loadDetails(state);
    if (!this.store.matrix && this.tieCell(state))
      void this.store.fetchMatrix().then(() => this.controller.show());
  }

  sentenceOfTie(state: MapState): string | undefined {
    const cell = this.tieCell(state);
    return cell && sentenceOfCell(cell);
  }

  exported(type: ExportType, state: MapState): Blob | Promise<Blob> | undefined {
    const svg = this.root.querySelector<SVGSVGElement>('[data-map] svg.live, [data-map] svg.matrix');
    if (!this.view || !svg) return undefined;
    const url = new URL(location.pathname + writeState(state), location.href).href;
    return exportOfSvg(type, svg, this.view.places(), state, url);
  }

  /** The dev server has replaced the data of the page: every node keeps its place, and changes are marked for a while. */
  async refresh(): Promise<void> {
    const changes = await this.store.replace(readPageData());
    if (!changes) return;
    this.controls.offer(this.store.data.nodes);
    const { selected } = this.controller.state;
    if (selected && changes.removed.has(selected) && this.store.details)
      this.controller.state = { ...this.controller.state, selected: undefined };
    const changed = (this.changed = new Set([...changes.nodes, ...changes.ties]));
    this.controller.showAndLoad();
    setTimeout(() => {
      if (this.changed !== changed) return;
      this.changed = undefined;
      this.controller.show();
    }, MARKED_MS);
  }

  private part<E extends HTMLElement>(name: string): E {
    return this.controller.part<E>(name);
  }

  /** Selects the node that the words in the search field mean. */
  private selectMatch(): void {
    const { state } = this.controller;
    const visible = visibleOf(this.store.known, this.withDerived(state, this.store.answer(state)));
    this.controller.select(bestMatch(visible.nodes, state.find)?.id, 'focus');
  }

  /** On a phone the panel is below the map, so that a line within the map names the selected node. */
  private showCaption(state: MapState, visible: MapData, answer: Answer | undefined): void {
    const node = visible.nodes.find(({ id }) => id === state.selected);
    const sentence = answer?.words ?? (node ? sentenceOf(node, visible) : this.sentenceOfTie(state));
    const link = this.part<HTMLAnchorElement>('map-caption');
    link.hidden = sentence === undefined;
    link.textContent = sentence ?? '';
  }

  /** The cell of the tie that is shown in the panel, unless a node is selected. */
  private tieCell({ tie, selected }: MapState): Cell | undefined {
    return tie && !selected ? cellBetween(this.store.known, tie, this.store.matrix?.demands) : undefined;
  }

  private tieActions({ from, to }: Cell, { select }: PanelActions): Parameters<typeof fillTie>[3] {
    return {
      select,
      close: () => this.controller.pick(undefined, true),
      turn: () => this.controller.pick({ source: to.id, target: from.id }, true),
    };
  }

  /** Adds the parts that follow from the state: the answer, and the nodes that the answer and the selection show in spite of the filters. */
  private withDerived(state: MapState, answer: Answer | undefined): MapState {
    const { store } = this;
    const { ask, selected } = state;
    const steps = ask?.kind === 'path' ? answer!.steps.map(({ id }) => id) : [];
    const asked = ask && 'of' in ask ? [ask.of, ...steps].filter((id) => store.node(id)) : [];
    const own = selected && store.node(selected)?.document ? [selected] : [];
    return { ...state, answer, also: [...own, ...asked], changed: this.changed };
  }

  private async showView(whole: MapState): Promise<void> {
    const name = whole.view ?? 'force';
    if (name === this.viewName) return this.view?.update(whole, this.store.known);
    this.viewName = name;
    const { create } = await LOADERS[name]();
    // Another view may have been chosen while this one was fetched.
    if (this.viewName !== name) return;
    const before = this.view?.places();
    this.view?.destroy();
    this.host.dataset.view = name;
    const { state, viewEvents } = this.controller;
    const events = {
      ...viewEvents,
      look: (at?: MapState['at']) => name === this.viewName && viewEvents.look(at),
    };
    const now = this.withDerived(state, this.store.answer(state));
    this.view = create(this.host, this.store.known, now, events, before);
  }

  /** Sections and sentences are needed for a selection or a question, and where their kinds are shown. */
  private async loadDetails({ selected, ask, kinds, view }: MapState): Promise<void> {
    const isNeeded =
      selected || ask || kinds.includes('section') || kinds.includes('step') || (view && view !== 'force');
    if (!isNeeded) return;
    try {
      if (await this.store.fetchDetails()) this.controller.show();
    } catch {
      this.controller.announce('Sections and sentences could not be fetched.');
    }
  }
}

/** The dev server replaces the text of this element after a save. */
function readPageData(): MapData {
  return JSON.parse(document.querySelector('[data-map-data]')!.textContent!) as MapData;
}
