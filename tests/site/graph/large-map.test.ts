import { expect, test } from 'vitest';
import { enlargedGraph } from '../../../bench/graph/specification.ts';
import { Atlas } from '../../../src/client/graph/canvas/atlas.ts';
import { sceneOf } from '../../../src/map/scene.ts';
import { isLarge, largeMap, largePage } from '../../../src/site/graph/large-map.ts';
import { wholeMap } from '../../../src/site/graph/whole-map.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const { graph } = await realSpecification();
const doubled = await enlargedGraph(process.cwd(), 2);

test('this specification is not large, one of ten times the size is', () => {
  expect(isLarge(graph)).toBe(false);
  expect(isLarge({ ...graph, nodes: Array.from({ length: 10 }, () => graph.nodes).flat() })).toBe(true);
  expect(isLarge(graph, graph.nodes.length - 1)).toBe(true);
  expect(isLarge(graph, graph.nodes.length)).toBe(false);
});

test('documents are grouped by their folder, or else by their phase', () => {
  expect(largeMap(doubled).groups).toEqual(['part-000', 'part-001']);
  expect(largeMap(graph).groups.toSorted().slice(0, 3)).toEqual(['Phase 1', 'Phase 2', 'Phase 3']);
});

test('a variable is in the region of a document that mentions it', () => {
  const atlas = new Atlas(sceneOf(largeMap(graph)));
  const variable = atlas.indexOf('variable:FL_EDGE_BACKOFF');
  expect(atlas.neighbours(variable).map((node) => atlas.headOf(node))).toContain(atlas.headOf(variable));
});

test('without a script the page has every document, by group, and counts of all kinds', () => {
  const { groups, kinds, phases } = largePage({ ...snapshotOf(SMALL_SET), graph: doubled });
  expect(groups.map(({ name, documents }) => [name, documents.length])).toEqual([
    ['part-000', 15],
    ['part-001', 15],
  ]);
  expect(groups[1].documents[3]).toEqual({
    id: 'part-001/103-contextualization-reference',
    label: '103 Contextualization Variable Reference',
    url: '/spec/part-001/103-contextualization-reference/',
  });
  for (const { kind, count } of kinds)
    expect(count, kind).toBe(wholeMap(doubled).nodes.filter((node) => node.kind === kind).length);
  expect(kinds).toHaveLength(7);
  expect(phases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(phases.every(({ title }) => title.length > 3)).toBe(true);
});
