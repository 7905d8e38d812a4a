import { sectionKind } from '../kinds/section.ts';
import { nodeId } from '../resolve/ids.ts';
import {
  compareNames,
  isStated,
  createNodeNamer,
  idsWithin,
  type QueryEdge,
  type QueryGraph,
} from './question.ts';

/** One place that must be read again. */
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
 * Finds what must be read again when the target changes: the places that refer to it, the places that refer to those, and
 * so on. References to anything inside the target count. A section on the way stands for itself and for what it
 * defines.
 * @param maxDistance greatest distance to follow
 */
export function findImpact(
  graph: QueryGraph,
  target: string,
  maxDistance = Number.POSITIVE_INFINITY,
): Impact[] {
  const name = createNodeNamer(graph);
  const incoming = Map.groupBy(
    graph.edges.filter((edge) => edge.resolved && isStated(edge)),
    (edge) => edge.target,
  );
  const definedIn = Map.groupBy(
    graph.edges.filter((edge) => edge.kind === 'contains' && nodeId.kindOf(edge.target) !== sectionKind.id),
    (edge) => edge.source,
  );
  const own = idsWithin(graph, target);
  const found = new Map<string, Impact>();
  let level: { ids: string[]; path: string[] }[] = [{ ids: [...own], path: [target] }];
  for (let distance = 1; level.length > 0 && distance <= maxDistance; distance++) {
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
      ids: [id, ...(definedIn.get(id) ?? []).map((edge) => edge.target)],
      path,
    }));
  }
  return [...found.values()].toSorted(
    (a, b) => a.distance - b.distance || compareNames(name(a.id), name(b.id)),
  );
}

function referrers(ids: readonly string[], incoming: ReadonlyMap<string, QueryEdge[]>): string[] {
  return [...new Set(ids.flatMap((id) => (incoming.get(id) ?? []).map((edge) => edge.source)))];
}
