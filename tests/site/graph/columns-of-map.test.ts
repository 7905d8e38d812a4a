import { expect, test } from 'vitest';
import { enlargedGraph } from '../../../bench/graph/specification.ts';
import { Atlas } from '../../../src/map/atlas.ts';
import { sceneOf } from '../../../src/map/scene.ts';
import { columnsOfMap, isLarge } from '../../../src/site/graph/columns-of-map.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const { graph } = await realSpecification();
const doubled = await enlargedGraph(process.cwd(), 2);

test('this specification is not large, one of ten times the size is', () => {
  expect(isLarge(graph)).toBe(false);
  expect(isLarge({ ...graph, nodes: Array.from({ length: 10 }, () => graph.nodes).flat() })).toBe(true);
  expect(isLarge(graph, graph.nodes.length - 1)).toBe(true);
  expect(isLarge(graph, graph.nodes.length)).toBe(false);
});

test('the documents of several folders are grouped by them; those of one folder are in layers by their phases', () => {
  const parts = columnsOfMap(doubled);
  expect(parts.groups).toEqual(['part-000', 'part-001']);
  expect([parts.layering.layers.length, parts.places?.length]).toEqual([2, 2 * parts.sizes.length]);
  const { laneNames, layering, places } = columnsOfMap(graph);
  // A phase comes after all phases that it depends on.
  expect(laneNames).toEqual([
    'Overview',
    'Phase 1',
    'Phases 2, 3 and 6',
    'Phase 4',
    'Phases 5 and 7',
    'Phases 8 and 9',
  ]);
  expect(layering.layers.slice(0, 15)).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 3, 4, 2, 2, 4, 5, 5]);
  expect(places).toBeUndefined();
});

test('a set without phases is in layers by its references', () => {
  const { graph: plain } = snapshotOf({
    'spec/01-base.md': '# Base\n\n## 1. Ports\n\nText.\n',
    'spec/02-server.md': '# Server\n\n## 1. Start\n\nSee spec/01, Section 1.\n',
    'spec/03-guide.md': '# Guide\n\n## 1. Use\n\nSee spec/02, Section 1.\n',
  });
  expect(columnsOfMap(plain)).toMatchObject({ laneNames: [], layering: { layers: [0, 1, 2] } });
});

test('a variable is in the region of a document that mentions it', () => {
  const atlas = new Atlas(sceneOf(columnsOfMap(graph)));
  const variable = atlas.indexOf('variable:FL_EDGE_BACKOFF');
  expect(atlas.neighbours(variable).map((node) => atlas.headOf(node))).toContain(atlas.headOf(variable));
});
