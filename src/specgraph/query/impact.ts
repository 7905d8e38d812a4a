import { nodeId } from '../resolve/ids.ts';
import { byName, isStated, namer, wholeOf, type QueryEdge, type QueryGraph } from './question.ts';

/** One place that has to be re-read. */
export interface Impact {
  id: string;
  /** How many references lie between the target and this place. */
  distance: number;
  /** Ids from the target to this place. */
  path: string[];
  /** The same in words: "FL_EDGE_BACKOFF → spec/03 10o → spec/14 3". */
  words: string;
}

/**
 * What has to be re-read when the target changes: what refers to it, what refers to that, and so on. The target
 * stands for everything in it; a section on the way for itself and the step that it is.
 * @param most greatest distance to follow
 */
export function findImpact(graph: QueryGraph, target: string, most = Number.POSITIVE_INFINITY): Impact[] {
  const name = namer(graph);
  const incoming = Map.groupBy(
    graph.edges.filter((edge) => edge.resolved && isStated(edge)),
    (edge) => edge.target,
  );
  const stepsIn = Map.groupBy(
    graph.edges.filter((edge) => edge.kind === 'contains' && nodeId.kindOf(edge.target) === 'step'),
    (edge) => edge.source,
  );
  const own = wholeOf(graph, target);
  const found = new Map<string, Impact>();
  let level: { ids: string[]; path: string[] }[] = [{ ids: [...own], path: [target] }];
  for (let distance = 1; level.length > 0 && distance <= most; distance++) {
    const next: Impact[] = [];
    for (const { ids, path } of level) {
      for (const id of referrers(ids, incoming)) {
        if (own.has(id) || found.has(id)) continue;
        const impact = { id, distance, path: [...path, id], words: [...path, id].map(name).join(' → ') };
        found.set(id, impact);
        next.push(impact);
      }
    }
    level = next.map(({ id, path }) => ({
      ids: [id, ...(stepsIn.get(id) ?? []).map((edge) => edge.target)],
      path,
    }));
  }
  return [...found.values()].toSorted((a, b) => a.distance - b.distance || byName(name(a.id), name(b.id)));
}

function referrers(ids: readonly string[], incoming: ReadonlyMap<string, QueryEdge[]>): string[] {
  return [...new Set(ids.flatMap((id) => (incoming.get(id) ?? []).map((edge) => edge.source)))];
}
