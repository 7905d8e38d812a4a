import { expect, test } from 'vitest';
import { wholeMap } from '../../../src/site/graph/whole-map.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();

test('every node of the graph but titles is on the map, and every tie between two of them', () => {
  const { nodes, ties } = wholeMap(graph);
  const titles = graph.nodes.filter((node) => node.kind === 'section' && node.depth <= 1);
  expect(nodes).toHaveLength(graph.nodes.length - titles.length);
  const known = new Set(nodes.map(({ id }) => id));
  expect(ties.length).toBeGreaterThan(4000);
  expect(ties.filter(({ source, target }) => !known.has(source) || !known.has(target))).toEqual([]);
  const sum = (kind: string): number =>
    ties.filter((tie) => tie.kind === kind).reduce((total, { count }) => total + count, 0);
  const satisfies = graph.edges.filter((edge) => edge.kind === 'satisfies' && edge.resolved);
  expect(sum('satisfies')).toBe(satisfies.length);
  expect(nodes.find(({ id }) => id === 'variable:FL_EDGE_BACKOFF')).toMatchObject({
    kind: 'variable',
    phase: 9,
    url: '/variables/FL_EDGE_BACKOFF/',
  });
});
