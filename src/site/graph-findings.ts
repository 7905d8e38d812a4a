/** What is wrong, on the map: findings by the node they stand in, and a ghost in the place of everything that a reference asks for in vain. */
import { documentOf, type Finding, type GraphEdge, type GraphView, type NodeKind } from '#specgraph';
import type { MapData, MapFinding, MapNode, MapTie } from './graph-data.ts';
import type { Point } from './graph-layout.ts';
import { nameOfPlace, urlOfPlace } from './urls.ts';

/** What a ghost would be, did it exist. */
const KINDS: Partial<Record<NonNullable<GraphEdge['why']>, NodeKind>> = {
  'missing-section': 'section', 'missing-anchor': 'section', 'missing-step': 'step',
  'unknown-name': 'variable', 'unknown-requirement': 'requirement', 'unknown-phase': 'phase',
};

const REACH = 52;

/** @param nodes the ghosts find room between them */
export function brokenParts(graph: GraphView, nodes: readonly MapNode[], findings: readonly Finding[]): Pick<MapData, 'nodes' | 'ties'> {
  const found = new Set(findings.map(({ file, line, column }) => `${file}:${line}:${column}`));
  const taken = nodes.map(({ id, x, y }) => ({ id, x, y }));
  const ghosts = new Map<string, MapNode>();
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const { resolved, range, source: from, target } = edge;
    if (resolved || !range || !found.has(`${range.file}:${range.line}:${range.column}`)) continue;
    const source = documentOf(from) ?? from;
    const beside = taken.find(({ id }) => id === source);
    if (!beside) continue;
    if (!ghosts.has(target)) {
      const place = roomBeside(beside, taken);
      taken.push({ id: target, ...place });
      ghosts.set(target, ghostOf(graph, edge, place));
    }
    const tie = ties.get(`${source} ${target}`) ?? { source, target, kind: edge.kind === 'mentions' ? 'mentions' : 'refers', count: 0, weight: 1, broken: true };
    ties.set(`${source} ${target}`, { ...tie, count: tie.count + 1 });
  }
  return { nodes: [...ghosts.values()], ties: [...ties.values()] };
}

function ghostOf(graph: GraphView, { target, why, text, url, range }: GraphEdge, place: Point): MapNode {
  const label = target.startsWith('missing:') ? (url ?? text ?? target.slice('missing:'.length)) : target.slice(target.indexOf(':') + 1);
  return {
    id: target, kind: (why && KINDS[why]) ?? 'document', label, name: label, about: 'Does not exist.', ghost: true, r: 6, ...place,
    url: urlOfPlace(graph, range!) ?? '#', place: { label: nameOfPlace(graph, range!), url: urlOfPlace(graph, range!) ?? '#' },
  };
}

/** Of the places around a middle the one that is farthest from all others. */
function roomBeside({ x, y }: Point, taken: readonly Point[]): Point {
  const around = Array.from({ length: 24 }, (_, i) => ({ x: Math.round(x + REACH * Math.cos((i * Math.PI) / 12)), y: Math.round(y + REACH * Math.sin((i * Math.PI) / 12)) }));
  const room = (point: Point): number => Math.min(...taken.map((other) => Math.hypot(point.x - other.x, point.y - other.y)));
  // Rather towards the middle of the map than over its edge.
  const worth = (point: Point): number => room(point) - Math.hypot(point.x, point.y) / 20;
  return around.toSorted((a, b) => worth(b) - worth(a))[0];
}

export function findingsOf(graph: GraphView, findings: readonly Finding[]): MapFinding[] {
  const asked = new Map(graph.edges.filter((edge) => !edge.resolved && edge.range).map((edge) => [`${edge.range!.file}:${edge.range!.line}:${edge.range!.column}`, edge.target]));
  return findings.map(({ file, line, column, rule, message, suggestion }) => {
    const ghost = asked.get(`${file}:${line}:${column}`);
    const document = graph.document(file)?.id;
    return {
      nodes: [document, ghost].filter((id) => id !== undefined), rule, message, suggestion,
      place: nameOfPlace(graph, { file, line }), url: urlOfPlace(graph, { file, line }) ?? '#',
    };
  });
}
