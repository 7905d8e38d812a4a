import { describe, expect, it } from 'vitest';
import { FIRST_KINDS, readState, relationsOf, visibleOf, writeState, type MapKind } from '../../../src/client/graph/state.ts';
import type { MapData } from '../../../src/site/graph-data.ts';

const ALL: MapKind[] = ['document', 'variable', 'attribute', 'requirement', 'phase'];
const node = (id: string, kind: MapKind) => ({ id, kind, label: id, about: '', url: '', x: 0, y: 0, r: 5 });
const DATA: MapData = {
  nodes: [node('a', 'document'), node('b', 'document'), node('variable:X', 'variable'), node('phase:1', 'phase')],
  ties: [
    { source: 'a', target: 'b', kind: 'refers', count: 2 },
    { source: 'a', target: 'variable:X', kind: 'mentions', count: 7 },
    { source: 'phase:1', target: 'a', kind: 'introduces', count: 1 },
  ],
};

describe('the state of the map in the URL', () => {
  it('says nothing where nothing was chosen', () => {
    expect(writeState({ kinds: FIRST_KINDS })).toBe('');
    expect(readState('', ALL)).toEqual({ kinds: FIRST_KINDS, selected: undefined });
  });

  it('comes back as it was written', () => {
    const state = { kinds: ['document', 'phase'] as MapKind[], selected: 'phase:1' };
    expect(readState(writeState(state), ALL)).toEqual(state);
  });

  it('shows a kind that is asked for by name, and no kind that does not exist', () => {
    expect(readState('?focus=attribute:FL_READY', ALL).kinds).toEqual([...FIRST_KINDS, 'attribute']);
    expect(readState('?kinds=document,nonsense', ALL).kinds).toEqual(['document']);
  });
});

describe('what the map shows', () => {
  it('drops ties with an end that is not shown', () => {
    const shown = visibleOf(DATA, { kinds: ['document'] });
    expect(shown.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(shown.ties).toEqual([DATA.ties[0]]);
  });

  it('lists relations in both directions, most references first, hidden kinds included', () => {
    const { to, from } = relationsOf(DATA, 'a');
    expect(to.map((relation) => [relation.node.id, relation.count])).toEqual([['variable:X', 7], ['b', 2]]);
    expect(from.map((relation) => relation.node.id)).toEqual(['phase:1']);
  });
});
