/** The controls of the variables table: the search field, the filters with counts, and the order. */
import {
  countValues,
  FACET_NAMES,
  facetsFrom,
  formatState,
  INITIAL_STATE,
  type SortKey,
  type TableState,
  type VariableItem,
} from '../../payloads/variables-filter.ts';

/** Columns that are sorted in descending order first. */
const DESCENDING_FIRST: readonly SortKey[] = ['mentions'];

export interface Filters {
  show(items: readonly VariableItem[], state: TableState): void;
}

/** @param change called with the part of the state that the reader has changed */
export function createFilters(
  page: Document,
  form: HTMLFormElement,
  change: (changes: Partial<TableState>) => void,
): Filters {
  const field = <E extends HTMLElement>(name: string): E => form.elements.namedItem(name) as unknown as E;
  const search = field<HTMLInputElement>('q');
  const sort = field<HTMLSelectElement>('sort');
  const reverse = page.querySelector<HTMLButtonElement>('[data-reverse]')!;
  const filtersButton = page.querySelector<HTMLButtonElement>('[data-open-filters]')!;
  // Queried again each time, because an update by the dev server can add boxes for new values.
  const checkboxes = (): HTMLInputElement[] => [
    ...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
  ];

  form.addEventListener('submit', (event) => event.preventDefault());
  search.addEventListener('input', () => change({ q: search.value }));
  sort.addEventListener('change', () => change(firstOrderOf(sort.value as SortKey)));
  reverse.addEventListener('click', () =>
    change({ descending: reverse.getAttribute('aria-pressed') !== 'true' }),
  );
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox')
      change({ facets: facetsFrom((name) => checkedValues(checkboxes(), name)) });
  });
  for (const button of page.querySelectorAll('[data-clear]')) {
    button.addEventListener('click', () => {
      search.value = '';
      change({ q: '', facets: INITIAL_STATE.facets });
      search.focus();
    });
  }
  filtersButton.addEventListener('click', () =>
    filtersButton.setAttribute('aria-expanded', String(form.toggleAttribute('data-open'))),
  );
  return {
    show(items, state) {
      if (page.activeElement !== search) search.value = state.q;
      showBoxes(checkboxes(), items, state);
      sort.value = state.sort;
      reverse.setAttribute('aria-pressed', String(state.descending));
      const active = FACET_NAMES.reduce((sum, name) => sum + state.facets[name].length, 0);
      filtersButton.querySelector('.count')!.textContent = active > 0 ? String(active) : '';
      for (const button of page.querySelectorAll<HTMLButtonElement>('[data-clear]'))
        button.disabled = formatState({ ...state, sort: INITIAL_STATE.sort, descending: false }) === '';
    },
  };
}

/** The order of a table that was not sorted by this key before. */
export function firstOrderOf(key: SortKey): Pick<TableState, 'sort' | 'descending'> {
  return { sort: key, descending: DESCENDING_FIRST.includes(key) };
}

function checkedValues(checkboxes: readonly HTMLInputElement[], name: string): string[] {
  return checkboxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
}

/** Checks the boxes of the active filters, and shows at each how many variables it would leave. */
function showBoxes(
  checkboxes: readonly HTMLInputElement[],
  items: readonly VariableItem[],
  state: TableState,
): void {
  const counts = countValues(items, state);
  for (const box of checkboxes) {
    const name = FACET_NAMES.find((known) => known === box.name)!;
    const count = counts[name].get(box.value) ?? 0;
    const label = box.closest('label')!;
    box.checked = state.facets[name].includes(box.value);
    label.querySelector('.count')!.textContent = String(count);
    label.toggleAttribute('data-empty', count === 0 && !box.checked);
  }
}
