/** The findings on the map, by the node that contains them, and a missing node for every target of a broken reference. */
import { documentOf, nodeId, type Finding, type GraphEdge, type GraphView, type NodeKind } from '#specgraph';
import type { MapData, MapFinding, MapNode, MapTie } from '../../map/model.ts';
import type { Point } from '../../map/force-layout.ts';
import { urlOfPlace } from '../urls.ts';
import { nameOfPlace } from '../document-names.ts';

/** The kind that a missing node would have: a link without a target that can be named leads to a document. */
function kindOfMissing({ target, why }: GraphEdge): NodeKind {
  if (!nodeId.isMissing(target)) return nodeId.kindOf(target);
  return why === 'missing-section' ? 'section' : 'document';
}

const DISTANCE_TO_REFERRER = 52;

/** @param nodes of the map; the missing nodes are placed between them */
export function brokenParts(
  graph: GraphView,
  nodes: readonly MapNode[],
  findings: readonly Finding[],
): Pick<MapData, 'nodes' | 'ties'> {
  const found = new Set(findings.map(keyOf));
  const occupied = nodes.map(({ id, x, y }) => ({ id, x, y }));
  const missingNodes = new Map<string, MapNode>();
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const { source: from, target } = edge;
    if (!placesOf(edge).some((place) => found.has(place))) continue;
    const source = documentOf(from) ?? from;
    const referringNode = occupied.find(({ id }) => id === source);
    if (!referringNode) continue;
    if (!missingNodes.has(target)) {
      const place = freePlaceBeside(referringNode, occupied);
      occupied.push({ id: target, ...place });
      missingNodes.set(target, missingNodeOf(graph, edge, place));
    }
    const tie = ties.get(`${source} ${target}`) ?? {
      source,
      target,
      kind: edge.kind === 'mentions' ? 'mentions' : 'refers',
      count: 0,
      weight: 1,
      broken: true,
    };
    ties.set(`${source} ${target}`, { ...tie, count: tie.count + 1 });
  }
  return { nodes: [...missingNodes.values()], ties: [...ties.values()] };
}

/** The places where findings about an unresolved reference can be: its words, or the destination of a link. */
function placesOf({ resolved, range, urlRange }: GraphEdge): string[] {
  return resolved ? [] : [range, urlRange].filter((place) => place !== undefined).map(keyOf);
}

function keyOf({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`;
}

function missingNodeOf(graph: GraphView, edge: GraphEdge, place: Point): MapNode {
  const { target, text, url, range } = edge;
  const title = nodeId.isMissing(target) ? (url ?? text ?? nodeId.nameOf(target)) : wordsOfTarget(target);
  return {
    id: target,
    kind: kindOfMissing(edge),
    title,
    name: title,
    about: 'Does not exist.',
    isMissing: true,
    r: 6,
    ...place,
    url: urlOfPlace(graph, range!) ?? '#',
    place: { label: nameOfPlace(graph, range!), url: urlOfPlace(graph, range!) ?? '#' },
  };
}

/** "FL_NOPE", "02-server/9" of a step, "02-server#ports" of a section. */
function wordsOfTarget(target: string): string {
  switch (nodeId.kindOf(target)) {
    case 'section':
      return target;
    case 'step':
      return `${documentOf(target)}/${nodeId.nameOf(target)}`;
    default:
      return nodeId.nameOf(target);
  }
}

/** The place around a middle that is farthest from all others. */
function freePlaceBeside({ x, y }: Point, occupied: readonly Point[]): Point {
  const candidates = Array.from({ length: 24 }, (_, i) => ({
    x: Math.round(x + DISTANCE_TO_REFERRER * Math.cos((i * Math.PI) / 12)),
    y: Math.round(y + DISTANCE_TO_REFERRER * Math.sin((i * Math.PI) / 12)),
  }));
  const distanceToOthers = (point: Point): number =>
    Math.min(...occupied.map((other) => Math.hypot(point.x - other.x, point.y - other.y)));
  // A place towards the middle of the map is better than one over its edge.
  const score = (point: Point): number => distanceToOthers(point) - Math.hypot(point.x, point.y) / 20;
  return candidates.toSorted((a, b) => score(b) - score(a))[0];
}

export function findingsOf(graph: GraphView, findings: readonly Finding[]): MapFinding[] {
  const missingNodes = new Map(
    graph.edges.flatMap((edge) => placesOf(edge).map((place) => [place, edge.target] as const)),
  );
  return findings.map((finding) => {
    const { file, line, rule, message, suggestion } = finding;
    const missing = missingNodes.get(keyOf(finding));
    const document = graph.document(file)?.id;
    return {
      nodes: [document, missing].filter((id) => id !== undefined),
      rule,
      message,
      suggestion,
      place: nameOfPlace(graph, { file, line }),
      url: urlOfPlace(graph, { file, line }) ?? '#',
    };
  });
}
