import { type QueryEdge, type QueryGraph } from './question.ts';

/** A step of a path: a node, and the edge that leads to it. */
export interface PathStep<E extends QueryEdge = QueryEdge> {
  id: string;
  /** The edge that leads here; absent at the start. */
  edge?: E;
  /** Whether the edge was followed against its direction. */
  backwards?: boolean;
}

/**
 * Finds a shortest path between two nodes along references, in either direction, and along `contains`. Of equally short
 * paths it returns the first one in the order of the edges.
 * @returns the nodes from one to the other, or undefined where they are not connected
 */
export function findPath<E extends QueryEdge>(
  graph: QueryGraph<E>,
  from: string,
  to: string,
): PathStep<E>[] | undefined {
  const neighbours = new Map<string, { id: string; edge: E; backwards: boolean }[]>();
  const add = (at: string, id: string, edge: E, backwards: boolean): void => {
    if (!neighbours.has(at)) neighbours.set(at, []);
    neighbours.get(at)!.push({ id, edge, backwards });
  };
  for (const edge of graph.edges) {
    if (!edge.resolved) continue;
    add(edge.source, edge.target, edge, false);
    add(edge.target, edge.source, edge, true);
  }
  const reached = new Map<string, PathStep<E> & { from?: string }>([[from, { id: from }]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return trace(reached, to);
    for (const { id, edge, backwards } of neighbours.get(at) ?? []) {
      if (reached.has(id)) continue;
      reached.set(id, { id, edge, backwards, from: at });
      queue.push(id);
    }
  }
  return undefined;
}

function trace<E extends QueryEdge>(
  reached: ReadonlyMap<string, PathStep<E> & { from?: string }>,
  to: string,
): PathStep<E>[] {
  const steps: PathStep<E>[] = [];
  for (let at = reached.get(to); at; at = at.from === undefined ? undefined : reached.get(at.from)) {
    const { id, edge, backwards } = at;
    steps.unshift(edge ? { id, edge, backwards } : { id });
  }
  return steps;
}
