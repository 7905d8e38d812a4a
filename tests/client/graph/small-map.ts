/** A map small enough to be read in a test: documents a → b → c in three phases, two variables, sections, a broken reference of b. */
import type { MapData, MapNode, MapTie } from '../../../src/map/model.ts';

let placed = 0;

export function node(id: string, kind: MapNode['kind'], more: Partial<MapNode> = {}): MapNode {
  return { id, kind, title: id, about: '', url: `/${id}`, x: 50 * placed++, y: 0, r: 5, ...more };
}

export function tie(
  source: string,
  target: string,
  kind: MapTie['kind'],
  count = 1,
  more: Partial<MapTie> = {},
): MapTie {
  return { source, target, kind, count, ...more };
}

export const DATA: MapData = {
  nodes: [
    node('a', 'document', { phase: 1 }),
    node('b', 'document', { phase: 2, findings: 1 }),
    node('c', 'document', { phase: 3 }),
    node('variable:X', 'variable', { phase: 1, components: ['Server'], about: 'The port to listen at' }),
    node('variable:Y', 'variable', { phase: 2, components: ['Client'] }),
    node('requirement:R', 'requirement', { phase: 3 }),
    node('phase:1', 'phase', { phase: 1 }),
    node('missing:b 9', 'section', { isMissing: true }),
    node('a#1', 'section', { document: 'a', phase: 1 }),
    node('b#1', 'section', { document: 'b', phase: 3 }),
    node('c#1', 'section', { document: 'c', phase: 3 }),
  ],
  ties: [
    tie('a', 'b', 'refers', 2),
    tie('b', 'c', 'refers'),
    tie('a', 'variable:X', 'mentions', 7),
    tie('c', 'requirement:R', 'satisfies'),
    tie('phase:1', 'a', 'introduces'),
    tie('b', 'missing:b 9', 'refers', 1, { broken: true }),
    tie('a', 'a#1', 'contains'),
    tie('b', 'b#1', 'contains'),
    tie('c', 'c#1', 'contains'),
    tie('a#1', 'b#1', 'refers', 2),
    tie('a#1', 'variable:X', 'mentions', 7),
  ],
  findings: [
    {
      nodes: ['b', 'missing:b 9'],
      rule: 'broken-section',
      message: 'Section 9 does not exist.',
      place: 'spec/b:5',
      url: '/b#1',
    },
  ],
};
