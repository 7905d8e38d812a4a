import { type QueryEdge, type QueryGraph } from './question.ts';

/** A step of a path: the edge that was followed, and whether against its direction. */
export interface PathStep<E extends QueryEdge = QueryEdge> {
  id: string;
  /** The edge that leads here; absent at the start. */
  edge?: E;
  backwards?: boolean;
}

/**
 * A shortest way between two nodes along references, followed in either direction (what a reader would click), and
 * along `contains`. Of equally short ones the first in the order of the edges.
 * @returns the nodes from one to the other, or undefined where nothing ties them together
 */
export function findPath<E extends QueryEdge>(
  graph: QueryGraph<E>,
  from: string,
  to: string,
): PathStep<E>[] | undefined {
  const around = new Map<string, { id: string; edge: E; backwards: boolean }[]>();
  const add = (at: string, id: string, edge: E, backwards: boolean): void => {
    if (!around.has(at)) around.set(at, []);
    around.get(at)!.push({ id, edge, backwards });
  };
  for (const edge of graph.edges) {
    if (!edge.resolved) continue;
    add(edge.source, edge.target, edge, false);
    add(edge.target, edge.source, edge, true);
  }
  const came = new Map<string, PathStep<E> & { from?: string }>([[from, { id: from }]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return trace(came, to);
    for (const { id, edge, backwards } of around.get(at) ?? []) {
      if (came.has(id)) continue;
      came.set(id, { id, edge, backwards, from: at });
      queue.push(id);
    }
  }
  return undefined;
}

function trace<E extends QueryEdge>(
  came: ReadonlyMap<string, PathStep<E> & { from?: string }>,
  to: string,
): PathStep<E>[] {
  const steps: PathStep<E>[] = [];
  for (let at = came.get(to); at; at = at.from === undefined ? undefined : came.get(at.from)) {
    const { id, edge, backwards } = at;
    steps.unshift(edge ? { id, edge, backwards } : { id });
  }
  return steps;
}
