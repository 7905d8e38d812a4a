/** Which edges are ties of the map, and which phase added a node. Pure. */
import { traitsOf } from './kinds.ts';
import type { GraphEdge, GraphView } from '#specgraph';
import { nodeId, isDocument, isPhase, isVariable } from '#specgraph/query';
import { TIE_KINDS, type MapTie, type TieKind } from './model.ts';

/** The kind of tie that an edge counts for; undefined for edges that the map does not show. */
export function tieKindOf(edge: GraphEdge): TieKind | undefined {
  if (!edge.resolved || !TIE_KINDS.includes(edge.kind as TieKind) || edge.kind === 'contains')
    return undefined;
  // Nearly every section mentions a phase, so only the nodes that a phase introduced are tied to it.
  return edge.kind === 'mentions' && traitsOf(nodeId.kindOf(edge.target)).adds
    ? undefined
    : (edge.kind as TieKind);
}

/**
 * The phase that added each node: its own, or the first one whose documents name or satisfy it. Documents of several
 * phases, such as the overview, do not count.
 */
export function phasesOf(graph: GraphView, ties: readonly MapTie[]): Map<string, number> {
  const phases = new Map<string, number>();
  for (const node of graph.nodes) {
    if (isDocument(node)) phases.set(node.id, Math.min(...node.phases.map(Number)));
    else if (isVariable(node) && node.phase) phases.set(node.id, Number(node.phase));
    else if (isPhase(node)) phases.set(node.id, Number(node.number));
  }
  const ownPhase = new Set(phases.keys());
  for (const { source, target, kind } of ties) {
    const from = graph.node(source);
    if (ownPhase.has(target) || !isDocument(from) || from.phases.length !== 1 || kind === 'introduces')
      continue;
    phases.set(target, Math.min(phases.get(source)!, phases.get(target) ?? Infinity));
  }
  return new Map([...phases].filter(([, phase]) => Number.isFinite(phase)));
}
