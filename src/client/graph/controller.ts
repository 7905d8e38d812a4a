/**
 * The state of the graph page and its URL, selection, questions, the panel, Escape, the timeline, the buttons. The page
 * provides a store with the data of the map, and shows the state.
 */
import type { TieEnds } from '../../map/model.ts';
import { whenChanged } from '../element.ts';
import type { ExportType } from './export/index.ts';
import { describeNode, moveByKeyboard, onEscape } from './keyboard.ts';
import type { PanelActions } from './panel/actions.ts';
import type { Answer, Question } from './state/ask.ts';
import type { Camera } from './state/camera.ts';
import type { MapState } from './state/state.ts';
import type { MapStore } from './store.ts';
import { describeAddedNodes, createTimeline, type Timeline } from './timeline.ts';
import type { MapView, ViewEvents } from './view.ts';

type Panels = typeof import('./panel/index.ts');

/** The content of the panel below the answer. */
export interface PanelContent {
  /** The content is created again only when one of these has changed. */
  dependencies: readonly unknown[];
  fill(panels: Panels, body: HTMLElement, actions: PanelActions): void;
}

export interface GraphPage {
  readonly root: HTMLElement;
  readonly store: MapStore;
  /** Undefined until the first view has been made. */
  readonly view: MapView | undefined;
  readState(search: string): MapState;
  /** @returns the query of the URL, with its question mark; empty where the state is the first one */
  writeState(state: MapState): string;
  /** Shows a state in the view, in the controls and in the list. */
  show(state: MapState, answer: Answer | undefined): void;
  /** Fetches what a state needs and the page does not have yet. */
  load(state: MapState): void;
  /** The tie of a state as a sentence; undefined where it has none, or where something is selected. */
  describeTie(state: MapState): string | undefined;
  /** Called after a node has been selected outside of the picture. */
  selectedOutside(id: string): void;
  panelContent(state: MapState): PanelContent | undefined;
  /** Downloads what is visible. */
  exportAs(type: ExportType): Promise<void>;
  /** Shows the data that the dev server has changed. */
  refresh(): void;
}

/** The map takes the arrow keys itself. */
const HOST_ATTRIBUTES = {
  tabindex: '0',
  role: 'application',
  'aria-label': 'Map of the specification',
  'aria-describedby': 'map-help',
};

/** "push" adds a step to the history of the browser. */
type HistoryStep = 'push' | 'replace';

export class GraphController {
  state: MapState;
  private readonly page: GraphPage;
  /** Null where the set has no phases to replay. */
  private readonly timeline: Timeline | null;
  /** Undefined until something has been selected or asked for. */
  private panels: Panels | undefined;
  /** The panel whose heading gets the focus once it is there. */
  private awaitedHeading: 'panel-body' | 'answer' | undefined;
  private readonly refillAnswer = whenChanged();
  private readonly refillPanel = whenChanged();
  /** The actions of the buttons in the panels. */
  private readonly actions: PanelActions = {
    select: (id) => this.select(id, 'focus'),
    ask: (question) => this.ask(question),
    selectTie: (tie) => this.selectTie(tie, true),
  };

  constructor(page: GraphPage) {
    this.page = page;
    this.state = page.readState(location.search);
    const host = page.root.querySelector<HTMLElement>('[data-timeline]');
    this.timeline =
      host &&
      createTimeline(host, JSON.parse(page.root.dataset.phases!), (through) =>
        this.set({ through }, 'replace'),
      );
  }

  /** Shows the state of the URL and listens to the page. */
  start(): void {
    const { page } = this;
    for (const [name, value] of Object.entries(HOST_ATTRIBUTES))
      this.part('map-host').setAttribute(name, value);
    page.root.addEventListener('click', (event) => this.onClick(event));
    onEscape(() => this.clearLatest());
    moveByKeyboard(this.part('map-host'), {
      selected: () => this.state.selected,
      select: (id) => this.select(id, 'move'),
      open: (id) => this.open(id),
      view: () => page.view,
      describe: (id) => this.describe(id),
      announce: (sentence) => this.announce(sentence),
    });
    addEventListener('popstate', () => {
      this.state = page.readState(location.search);
      this.showAndLoad();
    });
    document.addEventListener('spec:changed', () => void page.refresh());
    this.showAndLoad();
  }

  /** The part of the page that is marked with a data attribute of this name. */
  part<E extends HTMLElement>(name: string): E {
    return this.page.root.querySelector<E>(`[data-${name}]`)!;
  }

  /** The events that a view reports to the page. */
  get viewEvents(): ViewEvents {
    return {
      select: (id) => this.select(id),
      selectTie: (tie, hasFocus) => this.selectTie(tie, hasFocus),
      open: (id) => this.open(id),
      moveCamera: (at) => this.moveCamera(at),
    };
  }

  set(change: Partial<MapState>, step: HistoryStep = 'push'): void {
    this.state = { ...this.state, ...change };
    this.writeUrl(step);
    this.showAndLoad();
  }

  /** @param how "focus": the panel gets the focus; "move": by an arrow key, which adds no step to the history */
  select(id?: string, how?: 'focus' | 'move'): void {
    const node = id === undefined ? undefined : this.page.store.node(id);
    const { ask } = this.state;
    // While a question lacks a node, the selected node becomes it.
    if (node && !node.isMissing && ask && 'of' in ask && !(ask.of && (ask.kind !== 'path' || ask.to)))
      return this.ask(ask.kind === 'path' && ask.of ? { ...ask, to: node.id } : { ...ask, of: node.id });
    this.set({ selected: node && id, tie: undefined }, how === 'move' ? 'replace' : 'push');
    if (how !== 'focus') return;
    if (node) this.page.selectedOutside(node.id);
    this.focusHeading('panel-body');
  }

  /** Shows the references of a tie. @param focus whether the panel gets the focus */
  selectTie(tie: TieEnds | undefined, focus = false): void {
    const before = this.state.tie;
    this.set({ tie, selected: undefined });
    const sentence = this.page.describeTie(this.state);
    if (sentence) this.announce(sentence);
    if (!focus) return;
    if (tie) return this.focusHeading('panel-body');
    this.part('map-host').focus({ preventScroll: isWide() });
    if (before) this.page.view?.focusTie?.(before);
  }

  ask(question?: Question): void {
    const isNewKind = question && question.kind !== this.state.ask?.kind;
    this.set({ ask: question });
    const answer = this.page.store.answer(this.state);
    this.announce(answer && !answer.isPending ? answer.summary : '');
    if (isNewKind) this.focusHeading('answer');
  }

  /** Goes to the page of a node. */
  open(id: string): void {
    const url = this.page.store.node(id)?.url;
    if (url && url !== '#') location.assign(url);
  }

  /** Writes the visible part of the picture into the URL; nothing else changes. */
  moveCamera(at?: Camera): void {
    this.state = { ...this.state, camera: at };
    this.writeUrl('replace');
  }

  /** A node as a sentence, for the status line; undefined while the map is not there. */
  describe(id: string): string | undefined {
    const node = this.page.store.node(id);
    return node && describeNode(node, this.page.store.relationsOf(id));
  }

  announce(sentence: string): void {
    this.part('map-status').textContent = sentence;
  }

  /** Shows everything that follows from the state. */
  show(): void {
    const { page, state, panels } = this;
    const { store } = page;
    const answer = store.answer(state);
    this.timeline?.show(state, (phase) => describeAddedNodes(store.countAddedNodes(phase)));
    const steps = answer?.steps.map(({ id }) => id).join();
    this.refillAnswer(
      [JSON.stringify(state.ask), answer?.summary, steps, store.version, store.sentences, panels],
      () => panels?.fillAnswer(this.part('answer'), store, state.ask, answer, this.actions),
    );
    const content = page.panelContent(state);
    const body = this.part('panel-body');
    this.refillPanel([panels, ...(content?.dependencies ?? [])], () =>
      panels && content ? content.fill(panels, body, this.actions) : body.replaceChildren(),
    );
    this.part('map-panel').dataset.empty = String(!content && !state.ask);
    page.show(state, answer);
    if (panels && this.awaitedHeading) this.focusHeading(this.awaitedHeading);
  }

  showAndLoad(): void {
    this.show();
    this.loadPanels();
    this.page.load(this.state);
  }

  private loadPanels(): void {
    const { selected, ask, tie } = this.state;
    if (this.panels || !(selected || ask || tie)) return;
    import('./panel/index.ts').then(
      (panels) => {
        this.panels = panels;
        this.show();
      },
      () => this.announce('The panel could not be fetched.'),
    );
  }

  private writeUrl(step: HistoryStep): void {
    const url = location.pathname + this.page.writeState(this.state);
    if (url === location.pathname + location.search) return;
    history[step === 'push' ? 'pushState' : 'replaceState'](history.state, '', url);
  }

  /** Clears the question, or else the selection, or else the tie. */
  private clearLatest(): void {
    if (this.state.ask) this.ask();
    else if (this.state.selected) this.select();
    else if (this.state.tie) this.selectTie(undefined, true);
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const attribute = (name: string): string | undefined =>
      target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
    const zoom = attribute('zoom');
    if (zoom) this.page.view?.zoom(zoom as 'in' | 'out' | 'all');
    const exportType = attribute('export');
    if (exportType) {
      target.closest('details')!.open = false;
      this.page
        .exportAs(exportType as ExportType)
        .catch(() => this.announce('What is visible could not be exported.'));
    }
    const id = attribute('select');
    // A link to a node that the map does not know yet opens the page of the node.
    if (!id || event.ctrlKey || event.metaKey || !this.page.store.node(id)) return;
    event.preventDefault();
    this.select(id, 'focus');
  }

  /** On a wide screen the panel stands beside the map; on a narrow one the page scrolls to it. */
  private focusHeading(part: 'panel-body' | 'answer'): void {
    this.awaitedHeading = this.panels ? undefined : part;
    this.part(part).querySelector<HTMLElement>('h2')?.focus({ preventScroll: isWide() });
  }
}

function isWide(): boolean {
  return matchMedia('(width >= 70rem)').matches;
}
