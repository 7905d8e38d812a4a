/** The graph page of a small specification: three views of SVG, the legend, the panel and the list. */
import type { MapData } from '../../map/model.ts';
import { GraphController, type GraphPage, type PanelContent } from './controller.ts';
import { createControls, type Controls } from './controls.ts';
import { exportOfSvg, type ExportType } from './export.ts';
import { describeNode } from './keyboard.ts';
import { MapPageStore } from './map-store.ts';
import { cellBetween, describeCell, type Cell } from './matrix/cell.ts';
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
const CHANGE_SHOWN_MS = 4000;

export class MapPage implements GraphPage {
  readonly root: HTMLElement;
  readonly store: MapPageStore;
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
    this.store = new MapPageStore(readPageData(), {
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
    this.tabs = createTabs(this.part('views'), (view) => this.controller.set({ view, camera: undefined }));
  }

  start(): void {
    this.controller.start();
  }

  readState(search: string): MapState {
    return readState(search, this.controls.kinds, this.controls.firstKinds);
  }

  writeState(state: MapState): string {
    return writeState(state, this.controls.firstKinds);
  }

  show(state: MapState, answer: Answer | undefined): void {
    const { allData: known } = this.store;
    const fullState = this.withDerivedState(state, answer);
    const visible = visibleOf(known, fullState);
    const { kinds: all } = this.controls;
    this.controls.show(state, countsOf(known, fullState, all), matchesOf(visible.nodes, state.find).size);
    this.tabs.show(state.view ?? 'force');
    this.part('map-empty').hidden = visible.nodes.length > 0;
    this.showCaption(state, visible, answer);
    const highlighted = answer && !answer.isEmpty ? new Set(answer.distances.keys()) : undefined;
    showInList(this.part('map-list'), known, visible, state.selected, highlighted);
    void this.showView(fullState);
  }

  panelContent(state: MapState): PanelContent | undefined {
    const { data, allData: known, details, matrix } = this.store;
    const cell = this.cellOfTie(state);
    if (!state.selected && !cell) return undefined;
    return {
      dependencies: [state.selected, known, cell?.id, matrix],
      fill: (body, actions) =>
        cell
          ? fillTie(body, cell, matrix, this.tieActions(cell, actions))
          : fillPanel(body, data, state.selected, details, actions),
    };
  }

  load(state: MapState): void {
    void this.loadDetails(state);
    if (!this.store.matrix && this.cellOfTie(state))
      void this.store.fetchMatrix().then(() => this.controller.show());
  }

  describeTie(state: MapState): string | undefined {
    const cell = this.cellOfTie(state);
    return cell && describeCell(cell);
  }

  exportAs(type: ExportType, state: MapState): Blob | Promise<Blob> | undefined {
    const svg = this.root.querySelector<SVGSVGElement>('[data-map] svg.live, [data-map] svg.matrix');
    if (!this.view || !svg) return undefined;
    const url = new URL(location.pathname + this.writeState(state), location.href).href;
    return exportOfSvg(type, svg, this.view.places(), state, url);
  }

  /** The dev server has replaced the data of the page: every node keeps its place, and changes are marked for a while. */
  async refresh(): Promise<void> {
    const changes = await this.store.replace(readPageData());
    if (!changes) return;
    this.controls.setOptions(this.store.data.nodes);
    const { selected } = this.controller.state;
    if (selected && changes.removed.has(selected) && this.store.details)
      this.controller.state = { ...this.controller.state, selected: undefined };
    const changed = (this.changed = new Set([...changes.nodes, ...changes.ties]));
    this.controller.showAndLoad();
    setTimeout(() => {
      if (this.changed !== changed) return;
      this.changed = undefined;
      this.controller.show();
    }, CHANGE_SHOWN_MS);
  }

  private part<E extends HTMLElement>(name: string): E {
    return this.controller.part<E>(name);
  }

  /** Selects the node that the words in the search field mean. */
  private selectMatch(): void {
    const { state } = this.controller;
    const visible = visibleOf(this.store.allData, this.withDerivedState(state, this.store.answer(state)));
    this.controller.select(bestMatch(visible.nodes, state.find)?.id, 'focus');
  }

  /** On a phone the panel is below the map, so that a line within the map names the selected node. */
  private showCaption(state: MapState, visible: MapData, answer: Answer | undefined): void {
    const node = visible.nodes.find(({ id }) => id === state.selected);
    const sentence = answer?.summary ?? (node ? describeNode(node, visible) : this.describeTie(state));
    const link = this.part<HTMLAnchorElement>('map-caption');
    link.hidden = sentence === undefined;
    link.textContent = sentence ?? '';
  }

  /** The cell of the tie that is shown in the panel, unless a node is selected. */
  private cellOfTie({ tie, selected }: MapState): Cell | undefined {
    return tie && !selected ? cellBetween(this.store.allData, tie, this.store.matrix?.demands) : undefined;
  }

  private tieActions({ from, to }: Cell, { select }: PanelActions): Parameters<typeof fillTie>[3] {
    return {
      select,
      close: () => this.controller.selectTie(undefined, true),
      showOpposite: () => this.controller.selectTie({ source: to.id, target: from.id }, true),
    };
  }

  /** Adds the parts that follow from the state: the answer, and the nodes that the answer and the selection show in spite of the filters. */
  private withDerivedState(state: MapState, answer: Answer | undefined): MapState {
    const { store } = this;
    const { ask, selected } = state;
    const steps = ask?.kind === 'path' ? answer!.steps.map(({ id }) => id) : [];
    const answerNodes = ask && 'of' in ask ? [ask.of, ...steps].filter((id) => store.node(id)) : [];
    const selectedSection = selected && store.node(selected)?.document ? [selected] : [];
    return { ...state, answer, alwaysShown: [...selectedSection, ...answerNodes], changed: this.changed };
  }

  private async showView(shownState: MapState): Promise<void> {
    const name = shownState.view ?? 'force';
    if (name === this.viewName) return this.view?.update(shownState, this.store.allData);
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
      moveCamera: (at?: MapState['camera']) => name === this.viewName && viewEvents.moveCamera(at),
    };
    const latest = this.withDerivedState(state, this.store.answer(state));
    this.view = create(this.host, this.store.allData, latest, events, before);
  }

  /** Sections and sentences are needed for a selection or a question, and where their kinds are shown. */
  private async loadDetails({ selected, ask, kinds, view }: MapState): Promise<void> {
    const isNeeded =
      selected ||
      ask ||
      kinds.some((kind) => this.controls.laterKinds.has(kind)) ||
      (view && view !== 'force');
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
