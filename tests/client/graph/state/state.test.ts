import { describe, expect, it } from 'vitest';
import {
  bestMatch,
  countsOf,
  matchesOf,
  readState,
  relationsOf,
  stateShowing,
  showsSameNodes,
  visibleOf,
  writeState,
  type MapState,
} from '../../../../src/client/graph/state/state.ts';
import type { MapKind } from '../../../../src/map/model.ts';
import { DATA } from '../small-map.ts';

const DEFAULT_KINDS: readonly MapKind[] = ['document', 'variable'];
const read = (search: string): MapState => readState(search, ALL, DEFAULT_KINDS);
const write = (state: MapState): string => writeState(state, DEFAULT_KINDS);
const ALL: MapKind[] = ['document', 'variable', 'attribute', 'requirement', 'phase', 'section', 'step'];
const shown = (state: Partial<MapState>): string[] =>
  visibleOf(DATA, { kinds: ALL, ...state }).nodes.map(({ id }) => id);
const tied = (state: Partial<MapState>): string[] =>
  visibleOf(DATA, { kinds: ALL, ...state }).ties.map(({ source, target }) => `${source} ${target}`);

describe('the state of the map in the URL', () => {
  it('is empty where nothing was chosen', () => {
    expect(write({ kinds: DEFAULT_KINDS })).toBe('');
    expect(read('')).toEqual({ kinds: DEFAULT_KINDS });
  });

  it.each<Partial<MapState>>([
    { kinds: ['document', 'phase'], selected: 'phase:1' },
    { kinds: [] },
    { ties: ['refers', 'satisfies'] },
    { ties: [] },
    {
      through: 3,
      appliance: 'SuperNode',
      requirement: 'requirement:REQ-01',
      document: 'b',
      find: 'edge backoff',
      view: 'matrix',
    },
    { ask: { kind: 'near', of: 'a', depth: 3, way: 'in' } },
    { ask: { kind: 'near', of: 'a', depth: 1, way: 'both' } },
    { ask: { kind: 'impact', of: 'variable:X' }, selected: 'a' },
    { ask: { kind: 'path', of: 'variable:X', to: 'a#1-b' } },
    { ask: { kind: 'path', of: '', to: 'a' } },
    { ask: { kind: 'findings' } },
    { tie: { source: 'guide/08-a', target: '14.b' } },
    { camera: { x: -120.5, y: 40, k: 2.5 }, view: 'bundle' },
  ])('comes back as it was written: %j', (change) => {
    const state = { kinds: DEFAULT_KINDS, ...change };
    expect(read(write(state))).toEqual(state);
  });

  it('is easy to read', () =>
    expect(write({ kinds: ['document', 'phase'], camera: { x: 1.5, y: -2, k: 3 } })).toBe(
      '?kinds=document,phase&at=1.5,-2,3',
    ));

  it('has a selected node or a selected tie, not both', () => {
    expect(read('?focus=a&tie=a..b')).toMatchObject({ selected: 'a', tie: undefined });
    expect(write({ kinds: DEFAULT_KINDS, selected: 'a', tie: { source: 'a', target: 'b' } })).toBe(
      '?focus=a',
    );
  });

  it('leaves out values that follow from the others', () => {
    expect(write({ kinds: DEFAULT_KINDS, alwaysShown: ['a'], changed: new Set(['a']) })).toBe('');
  });

  it('shows a kind named in the URL, and ignores unknown kinds', () => {
    expect(read('?focus=attribute:FL_READY').kinds).toEqual([...DEFAULT_KINDS, 'attribute']);
    expect(read('?kinds=document,nonsense&ties=refers,nonsense')).toMatchObject({
      kinds: ['document'],
      ties: ['refers'],
    });
  });

  it('ignores invalid values', () => {
    const { ask, through, view } = read('?ask=near&depth=99&way=up&of=a&through=-4&view=globe');
    expect([ask, through, view]).toEqual([
      { kind: 'near', of: 'a', depth: 4, way: 'both' },
      undefined,
      undefined,
    ]);
    expect(read('?ask=impact').ask).toBeUndefined();
    expect(read('?ask=why').ask).toBeUndefined();
    expect(read('?at=1,2').camera).toBeUndefined();
    for (const tie of ['', 'a', '..', 'a..', '..a', 'a..a'])
      expect(read(`?tie=${tie}`).tie, tie).toBeUndefined();
  });
});

describe('the visible part of the map', () => {
  it('has the chosen kinds, without ties to hidden nodes', () => {
    expect(shown({ kinds: ['document'] })).toEqual(['a', 'b', 'c', 'missing:b 9']);
    expect(tied({ kinds: ['document'] })).toEqual(['a b', 'b c', 'b missing:b 9']);
  });

  it('can leave out kinds of ties', () => {
    expect(tied({ ties: ['satisfies'] })).toEqual(['c requirement:R']);
  });

  it('grows phase by phase', () => {
    expect(shown({ kinds: DEFAULT_KINDS, through: 1 })).toEqual(['a', 'variable:X']);
    expect(shown({ kinds: DEFAULT_KINDS, through: 2 })).toEqual([
      'a',
      'b',
      'variable:X',
      'variable:Y',
      'missing:b 9',
    ]);
  });

  it('can be limited to one appliance', () => {
    expect(shown({ kinds: ['variable'], appliance: 'Server' })).toEqual(['variable:X']);
    expect(shown({ kinds: ['document'], appliance: 'Server' })).toEqual(['a', 'b', 'c', 'missing:b 9']);
  });

  it('can be limited to a document, its neighbours and its own ties', () => {
    expect(shown({ document: 'c' })).toEqual(['b', 'c', 'requirement:R', 'c#1']);
    expect(tied({ document: 'c' })).toEqual(['b c', 'c requirement:R', 'c c#1']);
  });

  it('can be limited to the documents of a requirement and the other nodes around them', () => {
    expect(shown({ requirement: 'requirement:R' })).toEqual(['c', 'requirement:R', 'c#1']);
  });

  it('can be limited to nodes with findings and missing nodes', () => {
    expect(shown({ ask: { kind: 'findings' } })).toEqual(['b', 'missing:b 9']);
    expect(
      visibleOf({ ...DATA, findings: [] }, { kinds: DEFAULT_KINDS, ask: { kind: 'findings' } }).nodes,
    ).toHaveLength(6);
  });

  it('includes nodes that are shown despite the filters', () => {
    expect(shown({ kinds: [], alwaysShown: ['c#1'] })).toEqual(['c#1']);
  });

  it('is counted for every kind as if that kind were shown', () => {
    const { kinds, ties } = countsOf(DATA, { kinds: ['document'], through: 2 }, ALL);
    expect(Object.fromEntries(kinds)).toEqual({ document: 2, variable: 2, phase: 1, section: 1 });
    expect(Object.fromEntries(ties)).toEqual({ refers: 2 });
  });
});

it('knows when only the highlight has changed', () => {
  expect(showsSameNodes({ kinds: ALL }, { kinds: ALL, selected: 'a', find: 'x' })).toBe(true);
  for (const change of [
    { kinds: [] },
    { through: 1 },
    { document: 'a' },
    { alwaysShown: ['a'] },
    { ties: [] },
    { ask: { kind: 'findings' as const } },
  ]) {
    expect(showsSameNodes({ kinds: ALL }, { kinds: ALL, ...change })).toBe(false);
  }
});

it('searches for all words in names and descriptions', () => {
  expect(matchesOf(DATA.nodes, 'listen PORT')).toEqual(new Set(['variable:X']));
  expect(matchesOf(DATA.nodes, 'x_')).toEqual(new Set(['variable:X']));
  expect(matchesOf(DATA.nodes, ' ')).toEqual(new Set());
});

it('finds the node with exactly this name, or else the first match', () => {
  expect(bestMatch(DATA.nodes, 'A')?.id).toBe('a');
  expect(bestMatch(DATA.nodes, 'port')?.id).toBe('variable:X');
  expect(bestMatch(DATA.nodes, 'nothing')).toBeUndefined();
  expect(bestMatch(DATA.nodes)).toBeUndefined();
});

it('clears only the filters that hide the selected node', () => {
  const node = (id: string) => DATA.nodes.find((candidate) => candidate.id === id)!;
  const narrow: MapState = { kinds: ['document'], through: 1, appliance: 'Server', document: 'a' };
  expect(stateShowing(DATA, narrow, node('variable:Y'))).toMatchObject({
    kinds: ['document', 'variable'],
    through: undefined,
    appliance: undefined,
    document: undefined,
  });
  expect(stateShowing(DATA, narrow, node('a'))).toEqual(narrow);
  expect(stateShowing(DATA, { kinds: ['document'], document: 'c' }, node('c#1'))).toEqual({
    kinds: ['document'],
    document: 'c',
  });
});

it('lists relations in both directions, most references first', () => {
  const { to, from } = relationsOf(DATA, 'a');
  expect(to.map(({ node, count }) => [node.id, count])).toEqual([
    ['variable:X', 7],
    ['b', 2],
    ['a#1', 1],
  ]);
  expect(from.map(({ node }) => node.id)).toEqual(['phase:1']);
});
