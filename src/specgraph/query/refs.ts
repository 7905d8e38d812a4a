import type { GraphEdge } from '../model/index.ts';
import { isStated, idsWithin, type QueryEdge, type QueryGraph } from './question.ts';

/** References to a node and from it. Everything inside the node counts as the node. */
export interface References<E extends QueryEdge = GraphEdge> {
  target: string;
  incoming: E[];
  outgoing: E[];
}

/** @param target id of a node; references within it are left out */
export function findReferences<E extends QueryEdge>(graph: QueryGraph<E>, target: string): References<E> {
  const whole = idsWithin(graph, target);
  const stated = graph.edges.filter(isStated);
  return {
    target,
    incoming: stated.filter((edge) => whole.has(edge.target) && !whole.has(edge.source)),
    outgoing: stated.filter((edge) => whole.has(edge.source) && !whole.has(edge.target)),
  };
}
