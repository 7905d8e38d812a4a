/** The variables table: search, filters with counts, sorting and export. Its state is kept in the URL. */
import {
  applyState,
  formatState,
  parseState,
  SORT_KEYS,
  type ShownVariable,
  type SortKey,
  type TableState,
  type VariableItem,
} from '../../payloads/variables-filter.ts';
import { mountExportButtons } from './export.ts';
import { createFilters, firstOrderOf } from './filters.ts';

export function mountVariablesTable(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#variable-filters');
  const table = page.querySelector<HTMLTableElement>('#variables');
  const data = page.querySelector('#variables-data');
  if (!form || !table || !data) return;
  const readItems = (): VariableItem[] => JSON.parse(data.textContent) as VariableItem[];
  let items = readItems();
  let rows = [...table.tBodies[0].rows];
  let state = parseState(location.search);
  let shown: ShownVariable[] = [];

  const show = (): void => {
    shown = applyState(items, state);
    showRows(table, rows, shown);
    showCounts(page, shown, items.length);
    table.hidden = shown.length === 0;
    filters.show(items, state);
    showOrder(headers, state);
  };
  const change = (changes: Partial<TableState>): void => {
    state = { ...state, ...changes };
    history.replaceState(history.state, '', location.pathname + formatState(state) + location.hash);
    show();
  };
  const filters = createFilters(page, form, change);
  const headers = mountSortButtons(page, table, (key) =>
    change(state.sort === key ? { descending: !state.descending } : firstOrderOf(key)),
  );
  mountExportButtons(page, form, () => new Map(shown.map(({ index, lines }) => [items[index].name, lines])));
  addEventListener('popstate', () => {
    state = parseState(location.search);
    show();
  });
  // An update by the dev server brings new rows, in the order of the specification.
  page.addEventListener('spec:changed', () => {
    items = readItems();
    rows = [...table.tBodies[0].rows];
    show();
  });
  show();
}

/** Turns the headers of sortable columns into buttons. @returns these headers */
function mountSortButtons(
  page: Document,
  table: HTMLTableElement,
  sortBy: (key: SortKey) => void,
): HTMLTableCellElement[] {
  const headers = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  for (const header of headers) {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sortBy(SORT_KEYS.find((key) => key === header.dataset.sort)!));
    header.replaceChildren(button);
  }
  return headers;
}

function showOrder(headers: readonly HTMLTableCellElement[], { sort, descending }: TableState): void {
  for (const header of headers) {
    if (header.dataset.sort === sort)
      header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else header.removeAttribute('aria-sort');
  }
}

/** Shows the rows of the shown variables in order, each with its shown definitions. */
function showRows(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  shown: readonly ShownVariable[],
): void {
  const linesByRow = new Map(shown.map(({ index, lines }) => [index, lines]));
  rows.forEach((row, index) => {
    const lines = linesByRow.get(index);
    row.hidden = lines === undefined;
    for (const line of row.querySelectorAll<HTMLElement>('[data-line]'))
      line.hidden = lines !== undefined && !lines.includes(Number(line.dataset.line));
  });
  table.tBodies[0].append(...shown.map(({ index }) => rows[index]));
}

function showCounts(page: Document, shown: readonly ShownVariable[], total: number): void {
  const status = page.querySelector('[data-variables-count]')!;
  const definitions = shown.reduce((sum, { lines }) => sum + lines.length, 0);
  status.textContent =
    shown.length === total
      ? status.getAttribute('data-all')
      : `${count(shown.length, 'name')} of ${total}, ${count(definitions, 'definition')}`;
  page.querySelector<HTMLElement>('[data-nothing]')!.hidden = shown.length > 0;
}

function count(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`;
}
