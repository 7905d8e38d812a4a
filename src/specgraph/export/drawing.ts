/**
 * The nodes and edges that DOT and Mermaid draw. Nobody can read thousands of sections, so references are summed up by
 * document.
 */
import type { MapLook } from '../kinds/kind.ts';
import { isDocument, longLabelOf, writtenId } from '../kinds/index.ts';
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
 * Documents and the things that diagrams draw with the references between them. Nodes without references are left
 * out, except documents.
 */
export function drawingOf(view: GraphView): Drawing {
  const edges = new Map<string, DrawnEdge>();
  for (const edge of view.edges) {
    if (!edge.resolved || !DRAWN.has(edge.kind)) continue;
    const source = documentOf(edge.source) ?? edge.source;
    const target = documentOf(edge.target) ?? edge.target;
    if (source === target || diagramsOf(view, nodeId.kindOf(target)) === 'none') continue;
    const kind = edge.kind as DrawnEdge['kind'];
    const key = `${kind}\0${source}\0${target}`;
    const known = edges.get(key);
    if (known) known.count++;
    else edges.set(key, { source, target, kind, count: 1 });
  }
  const touched = new Set([...edges.values()].flatMap(({ source, target }) => [source, target]));
  return {
    nodes: view.nodes.filter((node) => isDocument(node) || touched.has(node.id)),
    edges: [...edges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge),
  };
}

/** Which diagrams draw a kind. Sections stand for their document, and targets that do not exist are not drawn. */
export function diagramsOf(view: GraphView, kind: string): MapLook['diagrams'] {
  return view.kind(kind)?.map.diagrams ?? 'none';
}

/** A short name of a node that fits into a box. */
export function boxLabel(view: GraphView, node: GraphNode): string {
  const kind = view.kind(node.kind);
  if (isDocument(node)) return node.number === undefined ? node.title : `${node.number} ${node.title}`;
  const id = writtenId(node) ?? nodeId.nameOf(node.id);
  return kind ? longLabelOf(kind, id, node.title) : node.title;
}
