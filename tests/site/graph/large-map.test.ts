import { expect, test } from 'vitest';
import { enlargedGraph } from '../../../bench/graph/specification.ts';
import { Atlas } from '../../../src/client/graph/canvas/atlas.ts';
import { sceneOf } from '../../../src/map/scene.ts';
import {
  documentPicture,
  isLarge,
  largeMap,
  largePage,
  wholeMap,
} from '../../../src/site/graph/large-map.ts';
import { BOX } from '../../../src/map/force-layout.ts';
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

test('documents are grouped by their folder, or else by their phase', () => {
  expect(largeMap(doubled).groups).toEqual(['part-000', 'part-001']);
  expect(largeMap(graph).groups.toSorted().slice(0, 3)).toEqual(['Phase 1', 'Phase 2', 'Phase 3']);
});

test('a variable is in the region of a document that mentions it', () => {
  const atlas = new Atlas(sceneOf(largeMap(graph)));
  const variable = atlas.indexOf('variable:FL_EDGE_BACKOFF');
  expect(atlas.neighbours(variable).map((node) => atlas.headOf(node))).toContain(atlas.headOf(variable));
});

test('the picture shows all documents within the box, none over another, where the live map has them', () => {
  const map = largeMap(doubled);
  const { nodes, ties } = documentPicture(doubled, map);
  expect(nodes.map(({ id }) => id)).toEqual(doubled.documents.map(({ id }) => id));
  expect(ties.length).toBeGreaterThan(100);
  for (const [i, a] of nodes.entries()) {
    expect(Math.abs(a.x)).toBeLessThanOrEqual(BOX.width / 2);
    expect(Math.abs(a.y)).toBeLessThanOrEqual(BOX.height / 2);
    for (const b of nodes.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
  }
  const { regions } = sceneOf(map);
  const scale = (nodes[1].x - nodes[0].x) / (regions[1].x - regions[0].x);
  expect((nodes[20].y - nodes[3].y) / (regions[20].y - regions[3].y)).toBeCloseTo(scale, 1);
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
