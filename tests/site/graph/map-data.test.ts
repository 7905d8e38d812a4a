import { beforeAll, expect, it } from 'vitest';
import type { GraphView } from '#specgraph';
import { mapData } from '../../../src/site/graph/map-data.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

let graph: GraphView;
beforeAll(async () => {
  ({ graph } = await realSpecification());
});

it('gives the same places twice', () => {
  const first = mapData(graph);
  // Builds another set in between, so that no cached layout is used.
  mapData(snapshotOf(SMALL_SET).graph);
  expect(mapData(graph)).toEqual(first);
});

it('has every document and variable, at a finite place of its own', () => {
  const { nodes } = mapData(graph);
  expect(nodes.filter(({ kind }) => kind === 'document')).toHaveLength(15);
  expect(nodes.filter(({ kind }) => kind === 'variable')).toHaveLength(46);
  expect(nodes.every(({ x, y, r }) => [x, y, r].every(Number.isFinite))).toBe(true);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
});

it('counts the references of all sections of a document as one tie', () => {
  const { nodes, ties } = mapData(graph);
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ties.every(({ source, target }) => ids.has(source) && ids.has(target) && source !== target)).toBe(
    true,
  );
  expect(new Set(ties.map(({ source, target, kind }) => `${source} ${target} ${kind}`)).size).toBe(
    ties.length,
  );
  const tie = ties.find(
    ({ source, target, kind }) =>
      source === '14-edge-and-auto-scaling' && target === '02-supernode-appliance' && kind === 'refers',
  );
  expect(tie?.count).toBe(
    graph
      .referencesFrom('14-edge-and-auto-scaling')
      .filter((edge) => /^(?:step:)?02-supernode-appliance/.test(edge.target)).length,
  );
});
