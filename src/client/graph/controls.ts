/** The legend, the selects and the search field above the map: they show the state and change it. */
import type { MapNode } from '../../map/model.ts';
import { TIE_KINDS, type TieKind } from '../../map/model.ts';
import { make } from '../element.ts';
import type { MapState } from './state/state.ts';
import type { MapKind } from '../../map/model.ts';
import { labelOf } from '../../map/names.ts';

export interface Controls {
  /** All kinds that have a checkbox. */
  kinds: readonly MapKind[];
  /** Those that are shown before a reader chooses. */
  firstKinds: readonly MapKind[];
  /** Those that are fetched when they are first needed. */
  laterKinds: ReadonlySet<MapKind>;
  /** Fills the selects with the current documents and requirements. */
  setOptions(nodes: readonly MapNode[]): void;
  show(
    state: MapState,
    counts: { kinds: Map<string, number>; ties: Map<string, number> },
    matches: number,
  ): void;
}

/** The selects whose options are the nodes of a kind of the same name. */
const SELECTS_OF_NODES = ['requirement', 'document'] as const;
const SELECTS = ['appliance', ...SELECTS_OF_NODES] as const;

/**
 * @param onChange `typing` while words are being typed, because not every letter may become a step of the history
 * @param onFound called when the words have been typed
 */
export function createControls(
  page: HTMLElement,
  onChange: (change: Partial<MapState>, typing?: boolean) => void,
  onFound: () => void,
): Controls {
  const form = page.querySelector<HTMLFormElement>('[data-map-legend]')!;
  const find = page.querySelector<HTMLInputElement>('[data-map-find]')!;
  const matchCount = page.querySelector<HTMLElement>('[data-map-matches]')!;
  const filtersButton = page.querySelector<HTMLButtonElement>('[data-open-filters]')!;
  const checkboxes = (name: string): HTMLInputElement[] => [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
  ];
  const [kinds, ties] = [checkboxes('kind'), checkboxes('tie')];
  const firstKinds = kinds.filter(({ dataset }) => dataset.first !== undefined).map((box) => box.value);
  const select = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;
  const checkedValues = (all: HTMLInputElement[]): string[] =>
    all.filter((box) => box.checked).map((box) => box.value);

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    const tieKinds = checkedValues(ties) as TieKind[];
    onChange({
      kinds: checkedValues(kinds) as MapKind[],
      ties: tieKinds.length < TIE_KINDS.length ? tieKinds : undefined,
      ...Object.fromEntries(SELECTS.map((name) => [name, select(name).value || undefined])),
    });
  });
  form.querySelector('[data-clear]')!.addEventListener('click', () =>
    onChange({
      kinds: firstKinds,
      ties: undefined,
      appliance: undefined,
      requirement: undefined,
      document: undefined,
    }),
  );
  find.addEventListener('input', () => onChange({ find: find.value.trim() || undefined }, true));
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && find.value.trim()) onFound();
  });
  filtersButton.addEventListener('click', () =>
    filtersButton.setAttribute('aria-expanded', String(form.toggleAttribute('data-open'))),
  );

  return {
    kinds: kinds.map((box) => box.value),
    firstKinds,
    laterKinds: new Set(kinds.filter(({ dataset }) => dataset.later !== undefined).map((box) => box.value)),
    setOptions(nodes) {
      for (const kind of SELECTS_OF_NODES) {
        const labels = new Map(
          nodes
            .filter((node) => node.kind === kind && !node.isMissing)
            .map((node) => [node.id, labelOf(node)]),
        );
        for (const option of [...select(kind).options])
          if (option.value && !labels.delete(option.value)) option.remove();
        select(kind).append(...[...labels].map(([value, label]) => make('option', { value }, label)));
      }
    },
    show(state, counts, matches) {
      for (const box of kinds) box.checked = state.kinds.includes(box.value as MapKind);
      for (const box of ties) box.checked = !state.ties || state.ties.includes(box.value as TieKind);
      setCounts(kinds, counts.kinds);
      setCounts(ties, counts.ties);
      for (const name of SELECTS) select(name).value = state[name] ?? '';
      if (document.activeElement !== find) find.value = state.find ?? '';
      matchCount.textContent = state.find ? String(matches) : '';
      form.querySelector<HTMLButtonElement>('[data-clear]')!.disabled =
        state.kinds.join() === firstKinds.join() && !state.ties && SELECTS.every((name) => !state[name]);
    },
  };
}

/** Sets the counts beside boxes. The counts of kinds that have not been fetched are in the page from the start. */
function setCounts(boxes: readonly HTMLInputElement[], counts: ReadonlyMap<string, number>): void {
  for (const box of boxes) {
    if (box.dataset.later !== undefined && !counts.has(box.value)) continue;
    const count = counts.get(box.value) ?? 0;
    box.closest('label')!.querySelector('.count')!.textContent = count.toLocaleString('en');
    box.closest('label')!.toggleAttribute('data-none', count === 0);
  }
}
