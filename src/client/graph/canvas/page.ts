/** The graph page of a large specification: canvas, legend, search, questions, phases and panel; the state is in the URL. */
import type { MapNode } from '../../../map/model.ts';
import { fillAnswer } from '../panel/answer-panel.ts';
import type { Answer, Question } from '../state/ask.ts';
import { whenChanged } from '../../element.ts';
import { jsonOf, onExport } from '../export.ts';
import { whenEscaped } from '../keyboard.ts';
import { FIRST_KINDS, readState, writeState, type MapState } from '../state/state.ts';
import type { MapKind } from '../../../map/model.ts';
import type { Things } from '../state/things.ts';
import { addedWords, createTimeline } from '../timeline.ts';
import { nodePanel } from './node-panel.ts';
import { open } from './view.ts';

const page = document.querySelector<HTMLElement>('[data-large-graph]');
if (page) enliven(page);

/** Until the worker has found one. */
const PENDING: Answer = { distances: new Map(), links: [], steps: [], words: 'Looking for it', empty: true };

function enliven(page: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string): E => page.querySelector<E>(`[data-${name}]`)!;
  const [host, panel, status] = [part('map'), part('map-panel'), part('map-status')];
  const find = part<HTMLInputElement>('map-find');
  const boxes = [...page.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
  const all = boxes.map((box) => box.value as MapKind);
  const [onAnswer, onPanel] = [whenChanged(), whenChanged()];
  let state = stateIn(location.search, all);
  let answer: { to: string; answer: Answer; node(id: string): MapNode | undefined } | undefined;
  let isReady = false;

  const set = (next: MapState): void => {
    state = next;
    view.update(state);
    show();
  };
  const select = (id?: string): void => {
    const { ask: asked } = state;
    // While a path is asked for, what is chosen is its other end.
    if (id && asked?.kind === 'path' && !(asked.of && asked.to))
      return ask(asked.of ? { ...asked, to: id } : { ...asked, of: id });
    set({ ...state, selected: id });
  };
  const go = (id: string): void => {
    select(id);
    view.reveal(id);
    part('panel-body').querySelector<HTMLElement>('h2')?.focus();
  };
  const ask = (question?: Question): void => {
    const another = question && question.kind !== state.ask?.kind;
    set({ ...state, ask: question });
    if (!question) status.textContent = '';
    if (another) part('answer').querySelector<HTMLElement>('h2')?.focus();
  };
  const actions = { select: go, ask };
  const timeline = createTimeline(part('timeline'), JSON.parse(page.dataset.phases!), (through) =>
    set({ ...state, through }),
  );

  const show = (): void => {
    for (const box of boxes) box.checked = state.kinds.includes(box.value as MapKind);
    if (document.activeElement !== find) find.value = state.find ?? '';
    timeline.show(state.through, (phase) => addedWords(view.addedIn(phase)));
    const node = state.selected === undefined ? undefined : view.node(state.selected);
    panel.dataset.empty = String(!node && !state.ask);
    onPanel([node?.id, isReady], () =>
      part('panel-body').replaceChildren(...(node ? nodePanel(node, view.relations(node.id), actions) : [])),
    );
    showAnswer();
    history.replaceState(null, '', location.pathname + searchOf(state, all));
  };
  const showAnswer = (): void => {
    const asked = JSON.stringify(state.ask);
    const own = answer && answer.to === asked ? answer.answer : PENDING;
    onAnswer([asked, own, isReady], () =>
      fillAnswer(part('answer'), things, state.ask, own, undefined, actions),
    );
  };
  const things: Things = {
    node: (id) => answer?.node(id) ?? view.node(id),
    named: (words) => view.named(words),
    proposed: () => view.proposed(),
  };

  const view = open(
    host,
    { kind: 'open', url: new URL(page.dataset.largeGraph!, location.href).href },
    state,
    {
      select,
      open: (id) => location.assign(view.node(id)!.url),
      look(at) {
        state = { ...state, at };
        history.replaceState(null, '', location.pathname + searchOf(state, all));
      },
      answered(question, own, node) {
        answer = { to: JSON.stringify(question), answer: own, node };
        status.textContent = own.words;
        showAnswer();
      },
    },
  );
  status.textContent = 'Opening the map';
  view.ready.then(
    () => {
      isReady = true;
      if (!state.ask) status.textContent = '';
      host.dataset.ready = '';
      show();
      if (state.selected && !state.at) view.reveal(state.selected);
    },
    () => (status.textContent = 'The map could not be opened. The documents are listed below.'),
  );
  page.addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).name === 'kind')
      set({ ...state, kinds: boxes.filter((box) => box.checked).map((box) => box.value as MapKind) });
  });
  find.addEventListener('input', () => set({ ...state, find: find.value.trim() || undefined }));
  page.addEventListener('click', (event) => {
    const target = (event.target as HTMLElement).closest<HTMLElement>(
      '[data-zoom], [data-select], [data-question]',
    );
    if (target?.dataset.zoom) view.zoom(target.dataset.zoom as 'in' | 'out' | 'all');
    if (target?.dataset.question) ask({ kind: 'path', of: '', to: '' });
    if (!target?.dataset.select || !view.node(target.dataset.select)) return;
    event.preventDefault();
    go(target.dataset.select);
  });
  whenEscaped(() => {
    if (state.ask) ask();
    else if (state.selected) select();
  });
  onExport(
    page,
    () => state,
    (type) =>
      type === 'png'
        ? view.png()
        : jsonOf(
            view.pictured(),
            state,
            new URL(location.pathname + searchOf(state, all), location.href).href,
          ),
  );
}

/** Here all kinds are shown where the URL says nothing; nothing is known of findings. */
function stateIn(search: string, all: readonly MapKind[]): MapState {
  const asked = readState(search, all);
  return {
    ...asked,
    kinds: search.includes('kinds=') ? asked.kinds : all,
    ask: asked.ask?.kind === 'findings' ? undefined : asked.ask,
  };
}

function searchOf(state: MapState, all: readonly MapKind[]): string {
  const params = new URLSearchParams(writeState({ ...state, kinds: FIRST_KINDS }));
  if (state.kinds.length < all.length) params.set('kinds', state.kinds.join(','));
  return params.size > 0 ? `?${params.toString().replaceAll('%2C', ',')}` : '';
}
