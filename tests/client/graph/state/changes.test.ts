import { describe, expect, it } from 'vitest';
import { changesOf, keepPlaces, tieKey } from '../../../../src/client/graph/state/changes.ts';
import type { MapData } from '../../../../src/map/model.ts';
import { DATA, node, tie } from '../small-map.ts';

const moved = (data: MapData): MapData => ({
  ...data,
  nodes: data.nodes.map((own) => ({ ...own, x: own.x + 7, y: 100, r: 9 })),
});
const none = { nodes: new Set(), ties: new Set(), removed: new Set() };

describe('the changes of a save', () => {
  it('are empty where only places differ', () => {
    expect(changesOf(DATA, moved(DATA))).toEqual(none);
  });

  it('include new, changed and deleted nodes', () => {
    const nodes = [
      ...DATA.nodes
        .filter(({ id }) => id !== 'c')
        .map((own) => (own.id === 'a' ? { ...own, title: 'A' } : own)),
      node('d', 'document'),
    ];
    expect(changesOf(DATA, { ...DATA, nodes })).toEqual({
      ...none,
      nodes: new Set(['a', 'd']),
      removed: new Set(['c']),
    });
  });

  it('include new and fixed findings', () => {
    const nodes = DATA.nodes.map((own) => (own.id === 'b' ? { ...own, findings: undefined } : own));
    expect(changesOf(DATA, { ...DATA, nodes }).nodes).toEqual(new Set(['b']));
    expect(changesOf({ ...DATA, nodes }, DATA).nodes).toEqual(new Set(['b']));
  });

  it('include new ties and ties with another number of references', () => {
    const ties = [{ ...DATA.ties[0], count: 3 }, ...DATA.ties.slice(1), tie('c', 'a', 'refers')];
    expect(changesOf(DATA, { ...DATA, ties }).ties).toEqual(new Set(['a b refers', 'c a refers']));
    expect(tieKey(ties[0])).toBe('a b refers');
  });
});

describe('a map with a new layout', () => {
  const place = (data: MapData, id: string) => {
    const { x, y } = data.nodes.find((own) => own.id === id)!;
    return { x, y };
  };

  it('keeps the places of known nodes', () => {
    const kept = keepPlaces(DATA, moved(DATA));
    for (const { id } of DATA.nodes) expect(place(kept, id), id).toEqual(place(DATA, id));
    expect(kept.nodes[0].r).toBe(9);
  });

  it('places a new node beside its neighbours, at a free place', () => {
    const kept = keepPlaces(DATA, {
      ...moved(DATA),
      nodes: [...moved(DATA).nodes, node('d', 'document', { x: 900, y: 900 })],
      ties: [...DATA.ties, tie('d', 'c', 'refers')],
    });
    const [d, c] = [place(kept, 'd'), place(DATA, 'c')];
    expect(Math.hypot(d.x - c.x, d.y - c.y)).toBeCloseTo(30);
    expect(kept.nodes.filter((own) => Math.hypot(own.x - d.x, own.y - d.y) < 10)).toHaveLength(1);
  });

  it('leaves a new node without ties at its place in the layout', () => {
    const kept = keepPlaces(DATA, {
      ...DATA,
      nodes: [...DATA.nodes, node('d', 'document', { x: 900, y: 900 })],
    });
    expect(place(kept, 'd')).toEqual({ x: 900, y: 900 });
  });

  it('moves new sections and missing nodes with the node they belong to', () => {
    const before = { ...DATA, nodes: DATA.nodes.filter(({ id }) => id !== 'b#1' && id !== 'missing:b 9') };
    const kept = keepPlaces(before, moved(DATA));
    for (const id of ['b#1', 'missing:b 9']) {
      expect(place(kept, id).x - place(kept, 'b').x, id).toBe(place(DATA, id).x - place(DATA, 'b').x);
    }
  });
});
