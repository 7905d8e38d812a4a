/** The ties of the map: their references, the number of these, and the weight of each tie. Pure. */
import { traitsOf } from './kinds.ts';
import type { GraphEdge, GraphView } from '#specgraph';
import { documentOf, nodeId, isDocument, isPhase, isVariable } from '#specgraph/query';
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

/** The ties between known nodes. References of a section count for its document. */
export function tiesOf(graph: GraphView, knownIds: ReadonlySet<string>): MapTie[] {
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const kind = tieKindOf(edge);
    const source = documentOf(edge.source) ?? edge.source;
    const target = documentOf(edge.target) ?? edge.target;
    if (!kind || source === target || !knownIds.has(source) || !knownIds.has(target)) continue;
    const key = `${source} ${target} ${kind}`;
    const tie = ties.get(key) ?? { source, target, kind, count: 0 };
    ties.set(key, { ...tie, count: tie.count + 1 });
  }
  return [...ties.values()];
}

/**
 * Ties with their weights. A document that names nearly everything, such as the overview or the reference of variables,
 * tells little with a mention: the larger the share of all names that it mentions, the less each mention weighs.
 */
export function withWeights(graph: GraphView, ties: readonly MapTie[]): MapTie[] {
  const named = Map.groupBy(
    ties.filter(({ kind }) => kind === 'mentions'),
    ({ source }) => source,
  );
  const things = new Set(ties.filter(({ kind }) => kind === 'mentions').map(({ target }) => target)).size;
  const dampedCount = ({ source, count, kind }: MapTie): number =>
    kind === 'mentions' ? count * (1 - (named.get(source)!.length / things) ** 2) : count;
  const maxCount = Math.max(...ties.filter(({ kind }) => kind === 'refers').map(({ count }) => count));
  const totals = new Map<string, number>();
  for (const tie of ties)
    if (tie.kind !== 'refers')
      totals.set(
        lessConnectedEnd(graph, tie),
        (totals.get(lessConnectedEnd(graph, tie)) ?? 0) + dampedCount(tie),
      );
  return ties.map((tie) => {
    const share =
      tie.kind === 'refers'
        ? Math.sqrt(tie.count / maxCount)
        : dampedCount(tie) / (totals.get(lessConnectedEnd(graph, tie)) || 1);
    return { ...tie, weight: Math.round(100 * share) / 100 };
  });
}

/** The end that is no document, or the target. */
function lessConnectedEnd(graph: GraphView, { source, target }: MapTie): string {
  return isDocument(graph.node(target)) ? source : target;
}

export function degreesOf(ties: readonly MapTie[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target, count } of ties)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + count);
  return degrees;
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
