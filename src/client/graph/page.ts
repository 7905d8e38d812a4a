/** Ties map, legend, questions, panel, list and URL of the graph page together. All of it follows from one state. */
import type { MapData } from '../../map/model.ts';
import type { MatrixData } from '../../map/matrix-model.ts';
import { fillAnswer } from './panel/answer-panel.ts';
import { answerOf, type Answer, type Question } from './state/ask.ts';
import type { Camera } from './state/camera.ts';
import { changesOf, keepPlaces } from './state/changes.ts';
import { createControls } from './controls.ts';
import { detailsLoader, type Details } from './state/details.ts';
import { whenChanged } from '../element.ts';
import { wireExport } from './export.ts';
import { sentenceOf, walkByKeyboard, whenEscaped } from './keyboard.ts';
import { showInList } from './panel/node-list.ts';
import { cellBetween, sentenceOfCell, type Cell } from './matrix/cell.ts';
import { fetchMatrix } from './matrix/loader.ts';
import { fillPanel } from './panel/node-panel.ts';
import {
  bestMatch,
  countsOf,
  matchesOf,
  readState,
  revealing,
  visibleOf,
  writeState,
  type MapState,
  type ViewName,
} from './state/state.ts';
import { thingsOf } from './state/things.ts';
import type { TieEnds } from './force/tie-lines.ts';
import { fillTie } from './panel/tie-panel.ts';
import { addedBy, createTimeline } from './timeline.ts';
import type { MapView } from './view.ts';
import { LOADERS } from './views.ts';
import { createTabs } from './tabs.ts';

/** How long a change is marked, in milliseconds. */
const MARKED = 4000;

const page = document.querySelector<HTMLElement>('[data-graph-page]');
if (page) enliven(page);

function enliven(page: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string): E => page.querySelector<E>(`[data-${name}]`)!;
  const [host, panel, list, status] = [part('map'), part('map-panel'), part('map-list'), part('map-status')];
  const readData = (): MapData =>
    JSON.parse(document.querySelector('[data-map-data]')!.textContent!) as MapData;
  let data = readData();
  let load = detailsLoader(page.dataset.details!, data);
  let details: Details | undefined;
  let matrix: MatrixData | undefined | null;
  let view: MapView | undefined;
  let viewName: ViewName | undefined;
  let changed: ReadonlySet<string> | undefined;

  const known = (): MapData => details?.data ?? data;
  const say = (sentence: string): void => void (status.textContent = sentence);
  const controls = createControls(
    page,
    (change, typing) => set(change, typing),
    () => select(bestMatch(visibleOf(known(), withDerived(state)).nodes, state.find)?.id, 'focus'),
  );
  const timeline = createTimeline(part('timeline'), JSON.parse(page.dataset.phases!), (through) =>
    set({ through }, true),
  );
  const [onAnswer, onPanel] = [whenChanged(), whenChanged()];
  const tabs = createTabs(part('views'), (name) => set({ view: name, at: undefined }));
  let state = readState(location.search, controls.all);

  /** Everything that is seen, from the state. */
  const show = async (): Promise<void> => {
    const whole = withDerived(state);
    const visible = visibleOf(known(), whole);
    controls.show(state, countsOf(known(), whole, controls.all), matchesOf(visible.nodes, state.find).size);
    timeline.show(state.through, (phase) => addedBy(data, phase));
    tabs.show(state.view ?? 'force');
    part('findings-count').textContent = String(data.findings?.length ?? 0);
    const actions = {
      select: (id: string) => select(id, 'focus'),
      ask,
      pick: (tie: TieEnds) => pick(tie, true),
    };
    const cell = tieCell();
    onAnswer(
      [
        JSON.stringify(state.ask),
        whole.answer?.words,
        whole.answer?.steps.map(({ id }) => id).join(),
        known(),
      ],
      () => fillAnswer(part('answer'), thingsOf(known()), state.ask, whole.answer, details, actions),
    );
    onPanel([state.selected, known(), cell?.id, matrix], () =>
      cell
        ? fillTie(part('panel-body'), cell, matrix, {
            ...actions,
            close: () => pick(undefined, true),
            turn: () => pick({ source: cell.to.id, target: cell.from.id }, true),
          })
        : fillPanel(part('panel-body'), data, state.selected, details, actions),
    );
    panel.dataset.empty = String(!state.selected && !state.ask && !cell);
    part('map-empty').hidden = visible.nodes.length > 0;
    caption(visible, cell, whole.answer);
    const lit = whole.answer && !whole.answer.empty ? new Set(whole.answer.distances.keys()) : undefined;
    showInList(list, known(), visible, state.selected, lit);
    await showView(whole);
  };

  /** On a phone the panel is below the map: what is selected is told within it too. */
  const caption = (visible: MapData, cell?: Cell, answer?: Answer): void => {
    const node = visible.nodes.find(({ id }) => id === state.selected);
    const link = part<HTMLAnchorElement>('map-caption');
    link.hidden = !node && !answer && !cell;
    link.textContent = answer?.words ?? (node ? sentenceOf(node, visible) : cell ? sentenceOfCell(cell) : '');
  };

  /** The tie that is read, unless something is selected. */
  const tieCell = (): Cell | undefined =>
    state.tie && !state.selected ? cellBetween(known(), state.tie, matrix?.demands) : undefined;

  /** What follows from the state: the answer, and what it and the selection show beyond the filters. */
  const withDerived = (own: MapState): MapState => {
    const nodes = new Map(known().nodes.map((node) => [node.id, node]));
    const selected = own.selected && nodes.get(own.selected)?.document ? [own.selected] : [];
    const answer =
      own.ask &&
      answerOf(
        known(),
        own.ask,
        own.ask.kind === 'near' ? visibleOf(known(), { ...own, also: [own.ask.of] }) : undefined,
      );
    const asked =
      own.ask && 'of' in own.ask
        ? [own.ask.of, ...(own.ask.kind === 'path' ? answer!.steps.map(({ id }) => id) : [])]
        : [];
    return { ...own, answer, also: [...selected, ...asked.filter((id) => nodes.has(id))], changed };
  };

  const showView = async (whole: MapState): Promise<void> => {
    const name = whole.view && LOADERS[whole.view] ? whole.view : 'force';
    if (name === viewName) return view?.update(whole, known());
    viewName = name;
    const { create } = await LOADERS[name]!(known());
    // Another one may have been chosen while this one was fetched.
    if (viewName !== name) return;
    const before = view?.places();
    view?.destroy();
    host.dataset.view = name;
    view = create(
      host,
      known(),
      withDerived(state),
      {
        select: (id) => select(id),
        pick: (tie) => pick(tie),
        open,
        look: (at) => name === viewName && look(at),
      },
      before,
    );
  };

  /** What is looked at is in the URL, and changes nothing else. */
  const look = (at?: Camera): void => {
    state = { ...state, at };
    writeUrl('replaceState');
  };
  const writeUrl = (how: 'replaceState' | 'pushState'): void => {
    const url = location.pathname + writeState(state);
    if (url !== location.pathname + location.search) history[how](history.state, '', url);
  };

  /** Sections and sentences: for what is selected or asked, and where their kinds are shown. */
  const needsDetails = ({ selected, ask, kinds, view: own }: MapState): boolean =>
    Boolean(
      selected || ask || kinds.includes('section') || kinds.includes('step') || (own && own !== 'force'),
    );
  const fetchDetails = async (): Promise<void> => {
    if (details || !needsDetails(state)) return;
    const asked = load;
    const fetched = await load().catch(() => undefined);
    if (asked !== load || details) return;
    if (!fetched) return say('Sections and sentences could not be fetched.');
    details = { ...fetched, data: keepPlaces(data, fetched.data) };
    void show();
  };

  /** The sentences between documents: once a tie is read. */
  const fetchTies = async (): Promise<void> => {
    if (matrix || !tieCell()) return;
    const before = data;
    const fetched = await fetchMatrix(page.dataset.matrix);
    // A save may have come while it was fetched.
    if (before !== data) return fetchTies();
    matrix = fetched;
    void show();
  };

  const fetchMore = (): void => {
    void fetchDetails();
    void fetchTies();
  };

  const set = (change: Partial<MapState>, small = false): void => {
    state = { ...state, ...change };
    writeUrl(small ? 'replaceState' : 'pushState');
    void show();
    fetchMore();
  };

  /** @param how "focus" goes on in the panel, "walk" is no step of the history */
  const select = (id?: string, how?: 'focus' | 'walk'): void => {
    const node = known().nodes.find((candidate) => candidate.id === id);
    // While a path is asked for, what is chosen is its other end.
    if (node && !node.ghost && state.ask?.kind === 'path' && !(state.ask.of && state.ask.to)) {
      return ask(state.ask.of ? { ...state.ask, to: node.id } : { ...state.ask, of: node.id });
    }
    set(
      { ...(node ? revealing(known(), state, node) : state), selected: node && id, tie: undefined },
      how === 'walk',
    );
    if (how === 'focus')
      part('panel-body')
        .querySelector<HTMLElement>('h2')
        ?.focus({ preventScroll: matchMedia('(width >= 62rem)').matches });
  };
  /** @param focus goes on in the panel */
  const pick = (tie: TieEnds | undefined, focus = false): void => {
    set({ tie, selected: undefined });
    const cell = tieCell();
    if (cell) say(sentenceOfCell(cell));
    const end = tie ? part('panel-body').querySelector<HTMLElement>('h2') : host;
    if (focus) end?.focus({ preventScroll: matchMedia('(width >= 62rem)').matches });
  };
  const ask = (question?: Question): void => {
    const another = question && question.kind !== state.ask?.kind;
    set({ ask: question });
    say(withDerived(state).answer?.words ?? '');
    if (another)
      part('answer')
        .querySelector<HTMLElement>('h2')
        ?.focus({ preventScroll: matchMedia('(width >= 62rem)').matches });
  };
  const open = (id: string): void => {
    const url = known().nodes.find((node) => node.id === id)?.url;
    if (url && url !== '#') location.assign(url);
  };

  page.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const how = target.closest<HTMLElement>('[data-zoom]')?.dataset.zoom;
    if (how) view?.zoom(how as 'in' | 'out' | 'all');
    const question = target.closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question) ask(question === 'findings' ? { kind: 'findings' } : { kind: 'path', of: '', to: '' });
    const link = target.closest<HTMLElement>('[data-select]');
    if (!link || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
    event.preventDefault();
    select(link.dataset.select, 'focus');
  });
  whenEscaped(() => {
    if (state.ask) set({ ask: undefined });
    else if (state.selected) select(undefined);
    else if (state.tie) pick(undefined);
  });
  walkByKeyboard(host, {
    selected: () => state.selected,
    select: (id) => select(id, 'walk'),
    open,
    view: () => view,
    say,
  });
  wireExport(
    page,
    () => view,
    () => withDerived(state),
  );
  addEventListener('popstate', () => {
    state = readState(location.search, controls.all);
    void show();
    fetchMore();
  });

  // The dev server has replaced the data of the page: everything keeps its place, what has changed is marked for a while.
  document.addEventListener('spec:changed', async () => {
    const before = known();
    const next = readData();
    const loading = detailsLoader(page.dataset.details!, next);
    load = loading;
    const fetched = details && (await loading().catch(() => undefined));
    // Another save may have come while this one was fetched.
    if (load !== loading) return;
    data = keepPlaces(before, next);
    details = fetched && { ...fetched, data: keepPlaces(before, fetched.data) };
    controls.offer(data.nodes);
    matrix = undefined;
    const { nodes, ties, gone } = changesOf(before, known());
    if (state.selected && gone.has(state.selected) && details) state = { ...state, selected: undefined };
    const mine = (changed = new Set([...nodes, ...ties]));
    void show();
    fetchMore();
    setTimeout(() => {
      if (changed !== mine) return;
      changed = undefined;
      void show();
    }, MARKED);
  });

  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'application'],
    ['aria-label', 'Map of the specification'],
    ['aria-describedby', 'map-help'],
  ])
    host.setAttribute(name, value);
  void show();
  fetchMore();
}
