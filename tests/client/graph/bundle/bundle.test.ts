import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type GraphView } from '#specgraph';
import {
  bundleLayout,
  CURVE_UNITS,
  joinPieces,
  leafAt,
  curvePathsOf,
  type BundleLayout,
} from '../../../../src/client/graph/bundle/layout.ts';
import { countHighlighted, highlightOf } from '../../../../src/client/graph/bundle/highlight.ts';
import { bundleLabels } from '../../../../src/client/graph/bundle/labels.ts';
import { bundleTree, type BundleTree } from '../../../../src/client/graph/bundle/tree.ts';
import { withDetails } from '../../../../src/client/graph/state/details.ts';
import type { MapState } from '../../../../src/client/graph/state/state.ts';
import { cornersOf, overlap } from '../../../../src/client/graph/bundle/corners.ts';
import { mapData } from '../../../../src/site/graph/map-data.ts';
import { tieKindOf } from '../../../../src/map/ties.ts';
import type { MapData } from '../../../../src/map/model.ts';
import { mapDetails } from '../../../../src/site/graph/map-details.ts';
import { realSpecification } from '../../../helpers/real-specification.ts';

const ALL: MapState = { kinds: ['document', 'variable'] };
const RADIUS = 220;
let graph: GraphView;
let data: MapData;
let tree: BundleTree;
let layout: BundleLayout;

beforeAll(async () => {
  ({ graph } = await realSpecification());
  const map = mapData(graph);
  ({ data } = withDetails(map, mapDetails(graph, map)));
  tree = bundleTree(data, ALL);
  layout = bundleLayout(tree, RADIUS);
});

/** Finds the leaf by the sections of the graph alone: the section of the second level, or the document. */
function leafByGraph(id: string): string {
  const holder = documentOf(id);
  if (!holder) return id;
  let node = graph.node(id);
  if (id !== holder && node?.kind !== 'section')
    node = graph.node(graph.incoming(id).find((edge) => edge.kind === 'contains')!.source);
  while (node?.kind === 'section' && node.depth > 2) node = graph.node(node.parent!);
  return node?.kind === 'section' && node.depth === 2 ? node.id : holder;
}

describe('the tree', () => {
  it('has a group for each phase that brought documents, in order, and one for variables', () => {
    const phases = [
      ...new Set(graph.documents.map(({ id }) => data.nodes.find((node) => node.id === id)!.phase!)),
    ].sort((a, b) => a - b);
    expect(tree.groups.map(({ title }) => title)).toEqual([
      ...phases.map((phase) => `Phase ${phase}`),
      'Variables',
    ]);
  });

  it('has every document and every section of the second level as leaves', () => {
    const sections = graph.nodes
      .filter((node) => node.kind === 'section' && node.depth === 2)
      .map(({ id }) => id);
    const leaves = [...layout.leaves.keys()];
    expect(sections.length).toBeGreaterThan(100);
    expect(
      leaves.filter((id) => data.nodes.find((node) => node.id === id)?.kind === 'section').sort(),
    ).toEqual(sections.sort());
    expect(leaves.filter((id) => graph.node(id)?.kind === 'document')).toHaveLength(15);
  });

  it('counts the references of the graph between each pair of leaves', () => {
    const expected = new Map<string, number>();
    for (const edge of graph.edges) {
      const kind = tieKindOf(edge);
      const [source, target] = [leafByGraph(edge.source), leafByGraph(edge.target)];
      if (!kind || source === target || !layout.leaves.has(source) || !layout.leaves.has(target)) continue;
      const key = `${source} ${target} ${kind}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(
      Object.fromEntries(
        tree.ties.map(({ source, target, kind, count }) => [`${source} ${target} ${kind}`, count]),
      ),
    ).toEqual(Object.fromEntries(expected));
  });

  it('shows only documents until the sections have been fetched', () => {
    const early = bundleLayout(bundleTree(mapData(graph), { kinds: ['document'] }), RADIUS);
    expect(early.leaves.size).toBe(15);
  });

  it('leaves out nodes of later phases', () => {
    const { groups, ties, ids } = bundleTree(data, { ...ALL, through: 3 });
    expect(groups.map(({ title }) => title)).toEqual(['Phase 1', 'Phase 2', 'Phase 3', 'Variables']);
    expect(ties.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
  });
});

describe('the layout', () => {
  it('puts every leaf on the circle, no dot on another', () => {
    const leaves = [...layout.leaves.values()].toSorted((a, b) => a.angle - b.angle);
    for (const { x, y } of leaves) expect(Math.hypot(x, y)).toBeCloseTo(RADIUS, 6);
    for (const [i, leaf] of leaves.entries()) {
      const next = leaves[(i + 1) % leaves.length];
      expect(Math.hypot(next.x - leaf.x, next.y - leaf.y)).toBeGreaterThan(0.94 * (leaf.r + next.r));
    }
  });

  it('keeps the reading order around the circle', () => {
    const documents = [...layout.leaves.values()]
      .filter(({ node }) => node.kind === 'document')
      .toSorted((a, b) => a.angle - b.angle);
    expect(documents.map(({ node }) => node.id)).toEqual(graph.documents.map(({ id }) => id).toSorted());
  });

  it('leads each curve from its source to its target without a gap', () => {
    const close = (point: string, id: string): void => {
      const [x, y] = point.split(',').map((value) => Number(value) / CURVE_UNITS);
      const leaf = layout.leaves.get(id)!;
      expect(Math.hypot(leaf.x - x, leaf.y - y)).toBeLessThan(0.2);
    };
    for (const tie of tree.ties.slice(0, 400)) {
      const pieces = layout.pieces(tie);
      close(/^M([^LC]+)/.exec(pieces[0])![1], tie.source);
      close(/([^ LC]+)$/.exec(pieces.at(-1)!)![1], tie.target);
      for (const [i, piece] of pieces.entries())
        if (i > 0) expect(piece.startsWith(`M${/([^ LC]+)$/.exec(pieces[i - 1])![1]}`)).toBe(true);
      expect(joinPieces(pieces).match(/M/g)).toHaveLength(1);
    }
  });

  it('draws all curves as a few paths, from source to target', () => {
    const paths = curvePathsOf(layout, tree.ties);
    const drawn = paths.reduce((sum, { d }) => sum + d.match(/M/g)!.length, 0);
    expect(paths.length).toBeLessThanOrEqual(48);
    expect(drawn).toBe(tree.ties.reduce((sum, tie) => sum + layout.pieces(tie).length, 0));
    expect(Math.min(...paths.map(({ position: way }) => way))).toBe(0);
    expect(Math.max(...paths.map(({ position: way }) => way))).toBe(1);
  });

  it('finds the leaf at a place, and none far from all leaves', () => {
    const leaf = [...layout.leaves.values()][40];
    expect(leafAt(layout, leaf.x + 1, leaf.y, 12)).toBe(leaf);
    expect(leafAt(layout, 0, 0, 12)).toBeUndefined();
  });
});

describe('the highlight', () => {
  it('distinguishes outgoing from incoming references of a document', () => {
    const id = '14-edge-and-auto-scaling';
    const highlight = highlightOf(data, tree, ALL, id);
    const holder = (leaf: string): string => data.nodes.find((node) => node.id === leaf)?.document ?? leaf;
    expect(highlight.curves.length).toBeGreaterThan(20);
    expect(
      highlight.curves
        .filter(({ way }) => way === 'out')
        .every(({ source, target }) => holder(source) === id && holder(target) !== id),
    ).toBe(true);
    expect(
      highlight.curves
        .filter(({ way }) => way === 'in')
        .every(({ source, target }) => holder(target) === id && holder(source) !== id),
    ).toBe(true);
    const sources = new Set(highlight.curves.filter(({ way }) => way === 'in').map(({ source }) => source));
    expect(countHighlighted(highlight).incoming).toBe(sources.size);
  });

  it('highlights the leaf above a selected subsection, and nothing without a selection', () => {
    const deep = graph.nodes.find((node) => node.kind === 'section' && node.depth === 3)!;
    const state = { ...ALL, selected: deep.id };
    expect(highlightOf(data, bundleTree(data, state), state, undefined).centre?.id).toBe(
      leafByGraph(deep.id),
    );
    expect(highlightOf(data, tree, ALL, undefined).isActive).toBe(false);
  });

  it('of a line between two documents has the references from one to the other', () => {
    const tie = { source: '08-single-site-orchestration', target: '14-edge-and-auto-scaling' };
    const { curves, leaves, isActive: on } = highlightOf(data, tree, { ...ALL, tie }, undefined);
    const holder = (leaf: string): string => data.nodes.find((node) => node.id === leaf)?.document ?? leaf;
    expect(curves.length).toBeGreaterThan(2);
    for (const { source, target, way } of curves)
      expect([holder(source), holder(target), way]).toEqual([tie.source, tie.target, 'out']);
    expect([leaves.has(tie.source), leaves.has(tie.target), on]).toEqual([true, true, true]);
    expect(
      highlightOf(data, tree, { ...ALL, tie: { source: 'nothing', target: 'such' } }, undefined).isActive,
    ).toBe(false);
  });
});

describe('the labels', () => {
  const view = { k: 1, x: 510, y: 300, width: 1020, height: 600 };

  it.each([
    ['at rest', undefined],
    ['with a highlighted document', '03-contextualization-reference'],
  ])('never overlap, %s', (_when, hovered) => {
    const highlight = highlightOf(data, tree, ALL, hovered);
    const labels = bundleLabels(layout, view, highlight);
    expect(labels.length).toBeGreaterThan(10);
    const boxes = labels.map(cornersOf);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    expect(boxes.flat().every(([x, y]) => x >= 0 && x <= view.width && y >= 0 && y <= view.height)).toBe(
      true,
    );
  });

  it('names more leaves at a larger scale', () => {
    const highlight = highlightOf(data, tree, ALL, undefined);
    const leaves = (k: number): number =>
      bundleLabels(layout, { ...view, k, x: view.x - k * RADIUS + RADIUS }, highlight).filter(
        ({ kind }) => kind === 'leaf',
      ).length;
    expect(leaves(1)).toBe(0);
    expect(leaves(3)).toBeGreaterThan(5);
  });
});
