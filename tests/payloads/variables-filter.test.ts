import { describe, expect, it } from 'vitest';
import {
  applyState,
  countValues,
  parseState,
  INITIAL_STATE,
  formatState,
  type VariableItem,
  type DefinitionItem,
  type TableState,
} from '../../src/payloads/variables-filter.ts';

const line = (component: string, rest: Partial<DefinitionItem> = {}): DefinitionItem => ({
  components: [component],
  type: 'text',
  default: '',
  need: 'optional',
  ...rest,
});
const item = (name: string, lines: DefinitionItem[], rest: Partial<VariableItem> = {}): VariableItem => ({
  name,
  lines,
  phase: '1',
  documents: ['03'],
  order: 0,
  mentions: 1,
  text: name.toLowerCase(),
  ...rest,
});
const ITEMS = [
  item('FL_EDGE_BACKOFF', [line('SuperNode', { type: 'list' })], {
    phase: '9',
    mentions: 34,
    order: 3,
    documents: ['03', '14'],
  }),
  item('FL_LOG_LEVEL', [line('SuperLink', { type: 'list' }), line('SuperNode', { type: 'list' })], {
    mentions: 100,
    order: 1,
  }),
  item('FL_NUM_ROUNDS', [line('SuperLink', { need: 'mandatory', type: 'number' })], {
    mentions: 9,
    order: 2,
    text: 'fl_num_rounds number of rounds',
  }),
];
const state = ({
  facets,
  ...rest
}: Partial<Omit<TableState, 'facets'>> & { facets?: Partial<TableState['facets']> }): TableState => ({
  ...INITIAL_STATE,
  ...rest,
  facets: { ...INITIAL_STATE.facets, ...facets },
});
const shown = (change: Parameters<typeof state>[0]) =>
  applyState(ITEMS, state(change)).map(({ index, lines }) => [ITEMS[index].name, ...lines]);
const names = (change: Parameters<typeof state>[0]) => shown(change).map(([name]) => name);

describe('rows of the variables table', () => {
  it('are all shown at first, sorted by name, with every definition', () => {
    expect(shown({})).toEqual([
      ['FL_EDGE_BACKOFF', 0],
      ['FL_LOG_LEVEL', 0, 1],
      ['FL_NUM_ROUNDS', 0],
    ]);
  });
  it('show only the matching definitions', () =>
    expect(shown({ facets: { component: ['SuperNode'] } })).toEqual([
      ['FL_EDGE_BACKOFF', 0],
      ['FL_LOG_LEVEL', 1],
    ]));
  it('match one of several values of a facet', () =>
    expect(names({ facets: { phase: ['9', '1'] } })).toHaveLength(3));
  it('match all facets in the same definition', () => {
    expect(names({ facets: { component: ['SuperLink'], mandatory: ['mandatory'] } })).toEqual([
      'FL_NUM_ROUNDS',
    ]);
    expect(names({ facets: { component: ['SuperNode'], mandatory: ['mandatory'] } })).toEqual([]);
  });
  it('match a document that mentions them', () =>
    expect(names({ facets: { document: ['14'] } })).toEqual(['FL_EDGE_BACKOFF']));
  it.each([
    ['backoff EDGE', 'FL_EDGE_BACKOFF'],
    ['edge-backoff', 'FL_EDGE_BACKOFF'],
    ['fledgebackoff', 'FL_EDGE_BACKOFF'],
    ['FL_LOG_', 'FL_LOG_LEVEL'],
    ['number of', 'FL_NUM_ROUNDS'],
  ])('are found by "%s"', (q, name) => expect(names({ q })).toEqual([name]));
  it('do not all match a separator', () => expect(names({ q: '-' })).toEqual([]));
  it('sort numbers as numbers, and by their order in the specification', () => {
    expect(names({ sort: 'mentions' })).toEqual(['FL_NUM_ROUNDS', 'FL_EDGE_BACKOFF', 'FL_LOG_LEVEL']);
    expect(names({ sort: 'mentions', descending: true })).toEqual([
      'FL_LOG_LEVEL',
      'FL_EDGE_BACKOFF',
      'FL_NUM_ROUNDS',
    ]);
    expect(names({ sort: 'order' })).toEqual(['FL_LOG_LEVEL', 'FL_NUM_ROUNDS', 'FL_EDGE_BACKOFF']);
  });
});

describe('the counts beside the values of a facet', () => {
  it('count names', () =>
    expect([...countValues(ITEMS, INITIAL_STATE).component]).toEqual([
      ['SuperNode', 2],
      ['SuperLink', 2],
    ]));
  it('respect the other facets, but not their own', () => {
    const counts = countValues(ITEMS, state({ facets: { component: ['SuperLink'] } }));
    expect(counts.component.get('SuperNode')).toBe(2);
    expect([...counts.type]).toEqual([
      ['list', 1],
      ['number', 1],
    ]);
  });
  it('respect the search', () =>
    expect([...countValues(ITEMS, state({ q: 'edge' })).phase]).toEqual([['9', 1]]));
});

describe('the state of the table in the URL', () => {
  it('is empty at first', () => expect(formatState(INITIAL_STATE)).toBe(''));
  it('is readable', () =>
    expect(formatState(state({ facets: { phase: ['8', '9'] }, sort: 'mentions', descending: true }))).toBe(
      '?phase=8,9&sort=-mentions',
    ));
  it('is parsed to the same state', () => {
    const written = state({
      q: 'a&b=ü',
      facets: { phase: ['9'], type: ['list', 'number'] },
      sort: 'phase',
      descending: true,
    });
    expect(parseState(formatState(written))).toEqual(written);
  });
  it('ignores invalid values', () => expect(parseState('?sort=-nonsense&x=1&phase=')).toEqual(INITIAL_STATE));
});
