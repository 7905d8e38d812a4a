/** The variables table: search, filters with counts, sorting and export. Its state is kept in the URL. */
import {
  applyState,
  countValues,
  FACET_NAMES,
  facetsFrom,
  parseState,
  SORT_KEYS,
  INITIAL_STATE,
  formatState,
  type VariableItem,
  type ShownVariable,
  type SortKey,
  type TableState,
} from '../../payloads/variables-filter.ts';
import { selectShown, downloadFile, type NamedDefinition, type Formats } from './export.ts';

/** Columns that are sorted in descending order first. */
const DESCENDING_FIRST: readonly SortKey[] = ['mentions'];

export function mountVariablesTable<V extends NamedDefinition>(page: Document, formats: Formats<V>): void {
  const form = page.querySelector<HTMLFormElement>('#variable-filters');
  const table = page.querySelector<HTMLTableElement>('#variables');
  const data = page.querySelector('#variables-data');
  if (!form || !table || !data) return;
  let items = JSON.parse(data.textContent) as VariableItem[];
  const body = table.tBodies[0];
  let rows = [...body.rows];
  // Asked for each time: a page that is followed while it is written gets boxes for new values.
  const boxes = (): HTMLInputElement[] => [
    ...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
  ];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  const field = <E extends HTMLElement>(name: string): E => form.elements.namedItem(name) as unknown as E;
  const search = field<HTMLInputElement>('q');
  const sort = field<HTMLSelectElement>('sort');
  const turn = page.querySelector<HTMLButtonElement>('[data-turn]')!;
  const status = page.querySelector('[data-variables-count]')!;
  const nothing = page.querySelector<HTMLElement>('[data-nothing]')!;
  const opener = page.querySelector<HTMLButtonElement>('[data-open-filters]')!;
  let state = parseState(location.search);
  let shown: ShownVariable[] = [];

  const drawRows = (): void => {
    const lines = new Map(shown.map((one) => [one.index, one.lines]));
    rows.forEach((row, index) => {
      const own = lines.get(index);
      row.hidden = own === undefined;
      for (const line of row.querySelectorAll<HTMLElement>('[data-line]'))
        line.hidden = own !== undefined && !own.includes(Number(line.dataset.line));
    });
    body.append(...shown.map(({ index }) => rows[index]));
    const definitions = shown.reduce((sum, one) => sum + one.lines.length, 0);
    const all = shown.length === items.length;
    status.textContent = all
      ? status.getAttribute('data-all')
      : `${count(shown.length, 'name')} of ${items.length}, ${count(definitions, 'definition')}`;
    nothing.hidden = shown.length > 0;
    table.hidden = shown.length === 0;
  };
  const drawControls = (): void => {
    if (page.activeElement !== search) search.value = state.q;
    const counts = countValues(items, state);
    for (const box of boxes()) {
      const name = FACET_NAMES.find((known) => known === box.name)!;
      const own = counts[name].get(box.value) ?? 0;
      box.checked = state.facets[name].includes(box.value);
      box.closest('label')!.querySelector('.count')!.textContent = String(own);
      box.closest('label')!.toggleAttribute('data-empty', own === 0 && !box.checked);
    }
    sort.value = state.sort;
    turn.setAttribute('aria-pressed', String(state.descending));
    for (const head of heads) {
      if (head.dataset.sort === state.sort)
        head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    const active = FACET_NAMES.reduce((sum, name) => sum + state.facets[name].length, 0);
    opener.querySelector('.count')!.textContent = active > 0 ? String(active) : '';
    for (const button of page.querySelectorAll<HTMLButtonElement>('[data-clear]'))
      button.disabled = formatState({ ...state, sort: INITIAL_STATE.sort, descending: false }) === '';
  };
  const show = (): void => {
    shown = applyState(items, state);
    drawRows();
    drawControls();
  };
  const set = (change: Partial<TableState>): void => {
    state = { ...state, ...change };
    history.replaceState(history.state, '', location.pathname + formatState(state) + location.hash);
    show();
  };
  const sortBy = (key: SortKey): void =>
    set({ sort: key, descending: state.sort === key ? !state.descending : DESCENDING_FIRST.includes(key) });

  form.addEventListener('submit', (event) => event.preventDefault());
  search.addEventListener('input', () => set({ q: search.value }));
  sort.addEventListener('change', () =>
    set({ sort: sort.value as SortKey, descending: DESCENDING_FIRST.includes(sort.value as SortKey) }),
  );
  turn.addEventListener('click', () => set({ descending: !state.descending }));
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox')
      set({
        facets: facetsFrom((name) =>
          boxes()
            .filter((other) => other.name === name && other.checked)
            .map((other) => other.value),
        ),
      });
  });
  for (const button of page.querySelectorAll('[data-clear]')) {
    button.addEventListener('click', () => {
      search.value = '';
      set({ q: '', facets: INITIAL_STATE.facets });
      search.focus();
    });
  }
  opener.addEventListener('click', () =>
    opener.setAttribute('aria-expanded', String(form.toggleAttribute('data-open'))),
  );
  addEventListener('popstate', () => {
    state = parseState(location.search);
    show();
  });
  // A page that is followed while it is written has new rows, in the order of the set.
  page.addEventListener('spec:changed', () => {
    items = JSON.parse(data.textContent) as VariableItem[];
    rows = [...body.rows];
    show();
  });
  for (const head of heads) {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sortBy(SORT_KEYS.find((known) => known === head.dataset.sort)!));
    head.replaceChildren(button);
  }
  mountExportButtons(
    page,
    form.dataset.variables!,
    formats,
    () => new Map(shown.map(({ index, lines }) => [items[index].name, lines])),
  );
  show();
}

/** @param source address of variables.json, fetched when it is first wanted */
function mountExportButtons<V extends NamedDefinition>(
  page: Document,
  source: string,
  formats: Formats<V>,
  lines: () => Map<string, number[]>,
): void {
  let all: Promise<V[]> | undefined;
  const wanted = async (): Promise<V[]> =>
    selectShown(await (all ??= fetch(source).then((answer) => answer.json() as Promise<V[]>)), lines());
  const buttons: Record<string, (variables: V[]) => unknown> = {
    csv: (variables) => downloadFile('variables.csv', 'text/csv', formats.csv(variables)),
    json: (variables) => downloadFile('variables.json', 'application/json', formats.json(variables)),
    inputs: (variables) => downloadFile('user-inputs.txt', 'text/plain', formats.inputs(variables)),
    copy: (variables) => navigator.clipboard.writeText(formats.inputs(variables)),
  };
  const report = page.querySelector('[data-take-status]')!;
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-take]')) {
    button.addEventListener('click', async () => {
      const act = buttons[button.dataset.take!];
      const done = await wanted()
        .then(act)
        .then(
          () => true,
          () => false,
        );
      report.textContent = done ? (button.dataset.done ?? '') : 'That did not work.';
      setTimeout(() => {
        report.textContent = '';
      }, 2500);
    });
  }
}

function count(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`;
}
