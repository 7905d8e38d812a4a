/** Filters and sorts the variables of the table and their definitions. Pure functions. */
export const FACET_NAMES = ['component', 'phase', 'type', 'mandatory', 'document'] as const;
export type FacetName = (typeof FACET_NAMES)[number];
export const SORT_KEYS = ['name', 'order', 'component', 'type', 'default', 'phase', 'mentions'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** One definition of a variable. */
export interface DefinitionItem {
  components: readonly string[];
  type: string;
  default: string;
  need: string;
}

export interface VariableItem {
  name: string;
  phase: string;
  documents: readonly string[];
  /** Position in the specification. */
  order: number;
  mentions: number;
  /** The text that the search looks through, in lower case. */
  text: string;
  lines: readonly DefinitionItem[];
}

export interface TableState {
  q: string;
  /** The selected values; a facet without selected values does not filter. */
  facets: Readonly<Record<FacetName, readonly string[]>>;
  sort: SortKey;
  descending: boolean;
}

export const INITIAL_STATE: TableState = {
  q: '',
  facets: { component: [], phase: [], type: [], mandatory: [], document: [] },
  sort: 'name',
  descending: false,
};

export function parseState(search: string): TableState {
  const params = new URLSearchParams(search);
  const sort = params.get('sort') ?? INITIAL_STATE.sort;
  const key = SORT_KEYS.find((known) => known === sort.replace(/^-/, ''));
  return {
    q: params.get('q') ?? '',
    facets: facetsFrom((name) =>
      params
        .getAll(name)
        .flatMap((value) => value.split(','))
        .filter(Boolean),
    ),
    sort: key ?? INITIAL_STATE.sort,
    descending: key !== undefined && sort.startsWith('-'),
  };
}

/** @returns "?q=…", or "" for the initial state */
export function formatState({ q, facets, sort, descending }: TableState): string {
  const params = new URLSearchParams();
  if (q.trim()) params.set('q', q);
  for (const name of FACET_NAMES) if (facets[name].length > 0) params.set(name, facets[name].join(','));
  if (sort !== INITIAL_STATE.sort || descending) params.set('sort', `${descending ? '-' : ''}${sort}`);
  // A comma needs no escape in a query, and the URL is easier to read without it.
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}

export function facetsFrom(values: (name: FacetName) => readonly string[]): TableState['facets'] {
  return Object.fromEntries(
    FACET_NAMES.map((name) => [name, values(name)]),
  ) as unknown as TableState['facets'];
}

export interface ShownVariable {
  index: number;
  /** Indices of the matching definitions. */
  lines: number[];
}

/** The matching variables in order, each with its matching definitions. */
export function applyState(
  items: readonly VariableItem[],
  { q, facets, sort, descending }: TableState,
): ShownVariable[] {
  const words = wordsOf(q);
  const shown = items.flatMap((item, index) => {
    const lines = hasWords(item, words) ? fittingLines(item, facets) : [];
    return lines.length > 0 ? [{ index, lines }] : [];
  });
  const sign = descending ? -1 : 1;
  const value = ({ index, lines }: ShownVariable): string => sortValue(items[index], sort, lines[0]);
  return shown.toSorted(
    (a, b) =>
      sign * value(a).localeCompare(value(b), 'en', { numeric: true }) ||
      items[a.index].name.localeCompare(items[b.index].name, 'en'),
  );
}

/** For each value of a facet, the number of variables if only this value of the facet were selected. */
export function countValues(
  items: readonly VariableItem[],
  { q, facets }: TableState,
): Record<FacetName, Map<string, number>> {
  const words = wordsOf(q);
  const found = items.filter((item) => hasWords(item, words));
  return Object.fromEntries(
    FACET_NAMES.map((name) => {
      const others = { ...facets, [name]: [] };
      const counts = new Map<string, number>();
      for (const item of found) {
        const values = new Set(
          fittingLines(item, others).flatMap((line) => valuesOf(item, item.lines[line], name)),
        );
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, counts];
    }),
  ) as Record<FacetName, Map<string, number>>;
}

function fittingLines(item: VariableItem, facets: TableState['facets']): number[] {
  return item.lines.flatMap((line, index) => {
    const fits = FACET_NAMES.every(
      (name) =>
        facets[name].length === 0 || valuesOf(item, line, name).some((value) => facets[name].includes(value)),
    );
    return fits ? [index] : [];
  });
}

function valuesOf(item: VariableItem, line: DefinitionItem, name: FacetName): readonly string[] {
  switch (name) {
    case 'component':
      return line.components;
    case 'phase':
      return [item.phase];
    case 'type':
      return [line.type];
    case 'mandatory':
      return [line.need];
    case 'document':
      return item.documents;
  }
}

function sortValue(item: VariableItem, sort: SortKey, line: number): string {
  switch (sort) {
    case 'name':
      return item.name;
    case 'order':
      return String(item.order);
    case 'phase':
      return item.phase;
    case 'mentions':
      return String(item.mentions);
    case 'component':
      return item.lines[line].components.join(' ');
    case 'type':
    case 'default':
      return item.lines[line][sort];
  }
}

function wordsOf(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether the text holds every word. In the name, separators do not matter ("edgebackoff", "edge-backoff"). */
function hasWords(item: VariableItem, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      item.text.includes(word) ||
      (withoutSeparators(word) !== '' && withoutSeparators(item.name).includes(withoutSeparators(word))),
  );
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
