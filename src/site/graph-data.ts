/** Nodes and ties of the graph page, placed at build time: everybody sees the same map. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3';
import { documentOf, type GraphView, type NodeKind } from '#specgraph';
import { chargeOf, distanceOf, PULL, roomOf, strengthOf } from '../client/graph/forces.ts';
import { documentEntry } from './navigation.ts';
import { urlOfNode } from './urls.ts';

export interface MapNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** A sentence about it for the panel. */
  about: string;
  url: string;
  x: number;
  y: number;
  /** Radius in user units. */
  r: number;
}

export interface MapTie {
  source: string;
  target: string;
  kind: 'refers' | 'mentions' | 'introduces' | 'satisfies';
  /** References that the tie stands for. */
  count: number;
}

export interface MapData {
  nodes: MapNode[];
  ties: MapTie[];
}

export const MAP_KINDS = ['document', 'variable', 'attribute', 'requirement', 'phase'] as const satisfies readonly NodeKind[];

const TICKS = 500;

export function mapData(graph: GraphView): MapData {
  const kinds: readonly NodeKind[] = MAP_KINDS;
  const nodes = graph.nodes.filter((node) => kinds.includes(node.kind));
  const known = new Set(nodes.map((node) => node.id));
  const ties = tiesOf(graph, known);
  const degree = new Map<string, number>();
  for (const { source, target, count } of ties) for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + count);
  return place({
    nodes: nodes.map((node) => ({
      id: node.id, kind: node.kind, ...describe(graph, node.id), url: urlOfNode(graph, node.id) ?? '#', x: 0, y: 0,
      r: round((node.kind === 'document' ? 9 : 4) + Math.min(7, Math.sqrt(degree.get(node.id) ?? 0) / (node.kind === 'document' ? 4 : 3))),
    })),
    ties,
  });
}

function describe(graph: GraphView, id: string): { label: string; about: string } {
  const node = graph.node(id)!;
  switch (node.kind) {
    case 'document': {
      const { number, title } = documentEntry(graph.document(id)!);
      return { label: `${number} ${title}`.trim(), about: `${node.file}, ${node.words.toLocaleString('en')} words` };
    }
    case 'variable': return { label: node.name, about: `Variable of the ${node.appliances.join(' and the ')}${node.phase ? `, Phase ${node.phase}` : ''}` };
    case 'attribute': return { label: node.name, about: node.meaning };
    case 'phase': return { label: `Phase ${node.number}`, about: node.title };
    default: return { label: id.slice(id.indexOf(':') + 1), about: node.title };
  }
}

/** References of sections count for their documents. */
function tiesOf(graph: GraphView, known: ReadonlySet<string>): MapTie[] {
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    if (!edge.resolved || !['refers', 'mentions', 'introduces', 'satisfies'].includes(edge.kind)) continue;
    const source = documentOf(edge.source) ?? edge.source;
    const target = documentOf(edge.target) ?? edge.target;
    // A mention of a phase is said in nearly every section: what a phase introduced says more.
    if (source === target || !known.has(source) || !known.has(target) || (edge.kind === 'mentions' && target.startsWith('phase:'))) continue;
    const key = `${source} ${target} ${edge.kind}`;
    const tie = ties.get(key) ?? { source, target, kind: edge.kind as MapTie['kind'], count: 0 };
    ties.set(key, { ...tie, count: tie.count + 1 });
  }
  return [...ties.values()];
}

/** d3-force with a fixed generator: the same input gives the same places to the digit. */
function place({ nodes, ties }: MapData): MapData {
  const moving = nodes.map((node, i) => ({ ...node, x: 300 * Math.cos(i), y: 300 * Math.sin(i) }));
  const links = ties.map((tie) => ({ ...tie }));
  forceSimulation(moving)
    .randomSource(generator(9))
    .force('charge', forceManyBody<MapNode>().strength(chargeOf))
    .force('link', forceLink<MapNode, (typeof links)[number] & { source: never; target: never }>(links as never).id((node) => node.id)
      .distance(distanceOf).strength(strengthOf))
    .force('collide', forceCollide<MapNode>(roomOf))
    .force('x', forceX<MapNode>().strength(PULL.x))
    .force('y', forceY<MapNode>().strength(PULL.y))
    .stop()
    .tick(TICKS);
  return { nodes: moving.map(({ id, kind, label, about, url, x, y, r }) => ({ id, kind, label, about, url, x: round(x), y: round(y), r })), ties };
}

/** A linear congruential generator (Numerical Recipes); values in [0, 1). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (1664525 * state + 1013904223) >>> 0) / 2 ** 32;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
