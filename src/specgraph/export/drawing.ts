/**
 * The nodes and edges that DOT and Mermaid draw. Nobody can read thousands of sections, so references are summed up by
 * document.
 */
import type { GraphNode } from '../model/index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';

export interface DrawnEdge {
  source: string;
  target: string;
  kind: 'refers' | 'mentions' | 'defines' | 'introduces' | 'satisfies' | 'depends';
  /** Number of references that the edge stands for. */
  count: number;
}

export interface Drawing {
  nodes: GraphNode[];
  edges: DrawnEdge[];
}

const DRAWN: ReadonlySet<string> = new Set([
  'refers',
  'mentions',
  'defines',
  'introduces',
  'satisfies',
  'depends',
]);

/**
 * Documents, variables, requirements and phases with the references between them. Nodes without references are left
 * out, except documents.
 */
export function drawingOf(view: GraphView): Drawing {
  const edges = new Map<string, DrawnEdge>();
  for (const edge of view.edges) {
    if (!edge.resolved || !DRAWN.has(edge.kind)) continue;
    const source = documentOf(edge.source) ?? edge.source;
    const target = documentOf(edge.target) ?? edge.target;
    if (source === target || nodeId.kindOf(target) === 'attribute') continue;
    const kind = edge.kind as DrawnEdge['kind'];
    const key = `${kind}\0${source}\0${target}`;
    const known = edges.get(key);
    if (known) known.count++;
    else edges.set(key, { source, target, kind, count: 1 });
  }
  const touched = new Set([...edges.values()].flatMap(({ source, target }) => [source, target]));
  return {
    nodes: view.nodes.filter((node) => node.kind === 'document' || touched.has(node.id)),
    edges: [...edges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge),
  };
}

/** A short name of a node that fits into a box. */
export function boxLabel(node: GraphNode): string {
  if (node.kind === 'document')
    return node.number === undefined ? node.title : `${node.number} ${node.title}`;
  if (node.kind === 'phase') return `Phase ${node.number}: ${node.title}`;
  return node.kind === 'requirement' ? `${nodeId.nameOf(node.id)} ${node.title}` : node.title;
}
