import { describe, expect, it } from 'vitest';
import { FIRST_KINDS, readState, relationsOf, visibleOf, writeState } from '../../src/client/graph/state.ts';
import { mapData, MAP_KINDS } from '../../src/site/graph-data.ts';
import { SMALL_SET } from '../helpers/small-set.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const data = mapData(snapshotOf(SMALL_SET).graph);

describe('the state of the map in the URL', () => {
  it.each([
    [{ kinds: FIRST_KINDS, selected: undefined }],
    [{ kinds: FIRST_KINDS, selected: 'variable:FL_PORT' }],
    [{ kinds: ['document', 'phase'], selected: undefined }],
    [{ kinds: ['document', 'phase'], selected: 'phase:2' }],
  ] as const)('comes back as it was: %j', (state) => {
    expect(readState(writeState(state), MAP_KINDS)).toEqual(state);
  });

  it('is empty at first', () => {
    expect(writeState({ kinds: FIRST_KINDS })).toBe('');
  });

  it('shows the kind of what is asked for', () => {
    expect(readState('?focus=requirement:REQ-01', MAP_KINDS).kinds).toContain('requirement');
  });

  it('leaves out kinds that do not exist', () => {
    expect(readState('?kinds=document,nonsense', MAP_KINDS).kinds).toEqual(['document']);
  });

  it('may show nothing', () => {
    const state = { kinds: [], selected: undefined };
    expect(readState(writeState(state), MAP_KINDS)).toEqual(state);
  });
});

describe('what is visible', () => {
  it('is of the kinds that are shown, with the ties between them', () => {
    const { nodes, ties } = visibleOf(data, { kinds: ['document'] });
    expect(nodes.map((node) => node.kind)).toEqual(['document', 'document', 'document']);
    expect(ties.length).toBeGreaterThan(0);
    expect(ties.every((tie) => nodes.some((node) => node.id === tie.source) && nodes.some((node) => node.id === tie.target))).toBe(true);
  });
});

describe('relations', () => {
  it('go out and come in', () => {
    const { to, from } = relationsOf(data, '02-server');
    expect(to.map(({ node }) => node.id)).toContain('01-reference');
    expect(from.map(({ node }) => node.id)).toContain('03-guide');
  });
});

describe('the map', () => {
  it('is placed the same in every build', () => {
    expect(mapData(snapshotOf(SMALL_SET).graph)).toEqual(data);
  });
});
