import { describe, expect, it } from 'vitest';
import { matchesOf, readState, writeState, type MapState } from '../../../../src/client/graph/state/state.ts';
import type { MapKind } from '../../../../src/map/model.ts';
import { DATA } from '../small-map.ts';

const DEFAULT_KINDS: readonly MapKind[] = ['document', 'variable'];
const read = (search: string): MapState => readState(search, ALL, DEFAULT_KINDS);
const write = (state: MapState): string => writeState(state, DEFAULT_KINDS);
const ALL: MapKind[] = ['document', 'variable', 'attribute', 'requirement', 'phase', 'section', 'step'];
describe('the state of the map in the URL', () => {
  it('is empty where nothing was chosen', () => {
    expect(write({ kinds: DEFAULT_KINDS })).toBe('');
    expect(read('')).toEqual({ kinds: DEFAULT_KINDS });
  });

  it.each<Partial<MapState>>([
    { kinds: ['document', 'phase'], selected: 'phase:1' },
    { kinds: [] },
    { through: 3, component: 'SuperNode', find: 'edge backoff', view: 'matrix' },
    { hasTimeline: true, hasWeakTies: true },
    { ask: { kind: 'near', of: 'a', depth: 3, way: 'in' } },
    { ask: { kind: 'near', of: 'a', depth: 1, way: 'both' } },
    { ask: { kind: 'impact', of: 'variable:X' }, selected: 'a' },
    { ask: { kind: 'path', of: 'variable:X', to: 'a#1-b' } },
    { ask: { kind: 'path', of: '', to: 'a' } },
    { ask: { kind: 'impact', of: '' } },
    { ask: { kind: 'findings' } },
    { ask: { kind: 'since' } },
    { tie: { source: 'guide/08-a', target: '14.b' } },
    { camera: { x: -120.5, y: 40, k: 2.5 }, view: 'matrix' },
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

  it('ignores unknown kinds', () => {
    expect(read('?kinds=document,nonsense').kinds).toEqual(['document']);
  });

  it('ignores invalid values', () => {
    const { ask, through, view } = read('?ask=near&depth=99&way=up&of=a&through=-4&view=globe');
    expect([ask, through, view]).toEqual([
      { kind: 'near', of: 'a', depth: 4, way: 'both' },
      undefined,
      undefined,
    ]);
    expect(read('?ask=why').ask).toBeUndefined();
    expect(read('?at=1,2').camera).toBeUndefined();
    for (const tie of ['', 'a', '..', 'a..', '..a', 'a..a'])
      expect(read(`?tie=${tie}`).tie, tie).toBeUndefined();
  });
});

it('searches for all words in names and descriptions', () => {
  expect(matchesOf(DATA.nodes, 'listen PORT')).toEqual(new Set(['variable:X']));
  expect(matchesOf(DATA.nodes, 'x_')).toEqual(new Set(['variable:X']));
  expect(matchesOf(DATA.nodes, ' ')).toEqual(new Set());
});
