/** Brings the variables table to life: facets, search, sorting, all in the URL. */
import { applyState, FACET_NAMES, readState, SORT_KEYS, START, writeState, type TableRow, type TableState } from './filter.ts';

const form = document.querySelector<HTMLFormElement>('[data-variables]');
const table = document.querySelector<HTMLTableElement>('#variables');
if (form && table) enliven(form, table);

function enliven(form: HTMLFormElement, table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const elements = [...body.rows];
  const rows = elements.map(({ dataset }) => dataset as unknown as TableRow);
  const count = document.querySelector('[data-variables-count]')!;
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  let state = readState(location.search);

  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const show = (): void => {
    field('q').value = state.q;
    for (const name of FACET_NAMES) field(name).value = state.facets[name];
    const shown = applyState(rows, state);
    const visible = new Set(shown);
    elements.forEach((row, index) => {
      row.hidden = !visible.has(index);
    });
    body.append(...shown.map((index) => elements[index]));
    for (const head of heads) {
      if (head.dataset.sort === state.sort) head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    count.textContent = shown.length === rows.length ? `${rows.length} names` : `${shown.length} of ${rows.length} names`;
    history.replaceState(null, '', location.pathname + writeState(state) + location.hash);
  };
  const set = (change: Partial<TableState>): void => {
    state = { ...state, ...change };
    show();
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => set({
    q: field('q').value,
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, field(name).value])) as TableState['facets'],
  }));
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    set(START);
  });
  for (const head of heads) {
    const key = SORT_KEYS.find((known) => known === head.dataset.sort)!;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => set({ sort: key, descending: state.sort === key ? !state.descending : key === 'mentions' }));
    head.replaceChildren(button);
  }
  show();
}
