/** Which rows of the variables table are shown, and in which order. Pure: rows and state in, indices out. */
export const FACET_NAMES = ['appliance', 'phase', 'type', 'mandatory'] as const;
export type FacetName = (typeof FACET_NAMES)[number];
export const SORT_KEYS = ['name', 'type', 'default', 'appliance', 'phase', 'mentions'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface TableState {
  q: string;
  facets: Record<FacetName, string>;
  sort: SortKey;
  descending: boolean;
}

/** The values of one row; appliance and type may hold several, separated by blanks. */
export type TableRow = Record<SortKey | FacetName | 'text', string>;

export const START: TableState = { q: '', facets: { appliance: '', phase: '', type: '', mandatory: '' }, sort: 'name', descending: false };

export function readState(search: string): TableState {
  const params = new URLSearchParams(search);
  const sort = params.get('sort') ?? 'name';
  const key = sort.replace(/^-/, '');
  return {
    q: params.get('q') ?? '',
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, params.get(name) ?? ''])) as TableState['facets'],
    sort: SORT_KEYS.find((known) => known === key) ?? 'name',
    descending: sort.startsWith('-'),
  };
}

/** @returns "?q=…", or "" for the state a page starts with */
export function writeState({ q, facets, sort, descending }: TableState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const name of FACET_NAMES) if (facets[name]) params.set(name, facets[name]);
  if (sort !== 'name' || descending) params.set('sort', `${descending ? '-' : ''}${sort}`);
  const text = params.toString();
  return text && `?${text}`;
}

/** Indices of the rows that are shown, in order. Words of the query may stand anywhere; separators do not matter. */
export function applyState(rows: readonly TableRow[], { q, facets, sort, descending }: TableState): number[] {
  const words = q.toLowerCase().split(/[\s_-]+/).filter(Boolean);
  const shown = rows.flatMap((row, index) => {
    const fits = FACET_NAMES.every((name) => !facets[name] || row[name].split(' ').includes(facets[name]));
    return fits && words.every((word) => row.text.includes(word)) ? [index] : [];
  });
  const sign = descending ? -1 : 1;
  return shown.toSorted((a, b) => sign * rows[a][sort].localeCompare(rows[b][sort], 'en', { numeric: true }) || a - b);
}
