/** The bar above the map: view, search, questions and filters. They show the state and change it. */
import { plural } from '#specgraph/text/lists';
import type { Atlas } from '../../map/atlas.ts';
import { HEAD_KIND } from '../../map/kinds.ts';
import type { MapKind } from '../../map/model.ts';
import { button } from '../element.ts';
import type { Question } from './state/ask.ts';
import type { MapState } from './state/state.ts';

export interface ControlEvents {
  /** @param isTyping while words are being typed, because not every letter may become a step of the history */
  change(change: Partial<MapState>, isTyping?: boolean): void;
  ask(question: Question): void;
  /** Selects what the words mean. @returns whether there is such a thing */
  find(words: string): Promise<boolean>;
}

export interface Controls {
  show(state: MapState): void;
  /** Shows how many nodes match the search, and offers to show those that the filters hide. */
  showMatches(atlas: Atlas, visible: Uint8Array, matches: ArrayLike<number>, state: MapState): void;
}

/** @param firstKinds kinds that are shown before a reader chooses */
export function createControls(
  page: HTMLElement,
  firstKinds: readonly MapKind[],
  events: ControlEvents,
): Controls {
  const part = <E extends HTMLElement>(name: string): E => page.querySelector<E>(`[data-${name}]`)!;
  const form = part<HTMLFormElement>('map-legend');
  const find = part<HTMLInputElement>('map-find');
  const questions = part<HTMLSelectElement>('questions');
  const matchCount = part('map-matches');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
  const weak = form.querySelector<HTMLInputElement>('input[name="weak"]')!;
  const component = form.querySelector<HTMLSelectElement>('select[name="component"]');
  const views = [...page.querySelectorAll<HTMLButtonElement>('[data-view-tab]')];
  let current: MapState | undefined;

  for (const tab of views)
    tab.addEventListener('click', () =>
      events.change({ view: tab.dataset.viewTab === 'matrix' ? 'matrix' : undefined, camera: undefined }),
    );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () =>
    events.change({
      kinds: boxes.filter((box) => box.checked).map((box) => box.value),
      hasWeakTies: weak.checked || undefined,
      component: component?.value || undefined,
    }),
  );
  form
    .querySelector('[data-clear]')!
    .addEventListener('click', () =>
      events.change({ kinds: firstKinds, hasWeakTies: undefined, component: undefined }),
    );
  find.addEventListener('input', () => {
    find.setCustomValidity('');
    events.change({ find: find.value.trim() || undefined }, true);
  });
  find.addEventListener('keydown', (event) => {
    const words = find.value.trim();
    if (event.key !== 'Enter' || !words) return;
    void events.find(words).then((isFound) => {
      find.setCustomValidity(isFound ? '' : 'Nothing in the specification has this name.');
      find.reportValidity();
    });
  });
  questions.addEventListener('change', () => {
    const kind = questions.value;
    if (kind === 'phases') events.change({ hasTimeline: true, ask: undefined });
    else if (kind) events.ask(questionOf(kind, current?.selected ?? ''));
    else events.change({ ask: undefined, hasTimeline: undefined, through: undefined });
  });

  return {
    show(state) {
      current = state;
      const isMatrix = state.view === 'matrix';
      for (const tab of views)
        tab.setAttribute('aria-pressed', String((tab.dataset.viewTab === 'matrix') === isMatrix));
      for (const box of boxes) box.checked = state.kinds.includes(box.value);
      weak.checked = state.hasWeakTies ?? false;
      if (component) component.value = state.component ?? '';
      if (document.activeElement !== find) find.value = state.find ?? '';
      questions.value = state.ask?.kind ?? (state.hasTimeline || state.through ? 'phases' : '');
      if (!state.find) matchCount.replaceChildren();
      part('filters').hidden = isMatrix;
      part('filters-summary').textContent = summaryOf(state, boxes);
      form.querySelector<HTMLButtonElement>('[data-clear]')!.disabled =
        state.kinds.join() === firstKinds.join() && !state.hasWeakTies && !state.component;
    },
    showMatches(atlas, visible, matches, state) {
      const all = Array.from(matches);
      const hidden = all.filter((node) => !visible[node]);
      const kinds = [...new Set(hidden.map((node) => atlas.kindOf(node)))];
      const words =
        all.length === 0
          ? 'No match'
          : hidden.length === 0
            ? plural(all.length, 'match', 'matches')
            : `${plural(all.length, 'match', 'matches')}, ${hidden.length.toLocaleString('en')} hidden`;
      const showHidden = button(
        `Show ${kinds.map((kind) => titleIn(boxes, kind)).join(', ')}`,
        () => events.change({ kinds: [...state.kinds, ...kinds] }),
        'link-button',
      );
      matchCount.replaceChildren(words, ...(hidden.length > 0 ? [' ', showHidden] : []));
    },
  };
}

/** @param of id of the selected node; empty for none */
function questionOf(kind: string, of: string): Question {
  switch (kind) {
    case 'path':
      return { kind, of, to: '' };
    case 'near':
      return { kind, of, depth: 1, way: 'both' };
    case 'impact':
      return { kind, of };
    default:
      return { kind: kind as 'findings' | 'since' };
  }
}

/** "Documents only", "Documents, Variables": what the filters show. */
function summaryOf(
  { kinds, hasWeakTies, component, through }: MapState,
  boxes: readonly HTMLInputElement[],
): string {
  const names = kinds.map((kind) => titleIn(boxes, kind));
  return [
    kinds.length === boxes.length
      ? 'everything'
      : kinds.length === 0
        ? 'nothing'
        : kinds.length === 1 && kinds[0] === HEAD_KIND
          ? `${names[0]} only`
          : kinds.length < 3
            ? names.join(', ')
            : `${kinds.length} of ${boxes.length} kinds`,
    hasWeakTies && 'all lines',
    component,
    through && `to phase ${through}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function titleIn(boxes: readonly HTMLInputElement[], kind: MapKind): string {
  return (boxes.find((box) => box.value === kind)?.dataset.title ?? kind).toLowerCase();
}
