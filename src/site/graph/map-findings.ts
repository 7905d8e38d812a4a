/** The findings on the map, by the node that contains them, and a missing node for every target of a broken reference. */
import { documentOf, nodeId, type Finding, type GraphEdge, type GraphView, type NodeKind } from '#specgraph';
import type { MapData, MapFinding, MapNode, MapTie } from '../../map/model.ts';
import { urlOfPlace } from '../urls.ts';
import { nameOfPlace } from '../document-names.ts';

/** The kind that a missing node would have: a link without a target that can be named leads to a document. */
function kindOfMissing({ target, why }: GraphEdge): NodeKind {
  if (!nodeId.isMissing(target)) return nodeId.kindOf(target);
  return why === 'missing-section' ? 'section' : 'document';
}

/** A missing node for every target of a broken reference that was found, and the ties of documents to them. */
export function brokenParts(graph: GraphView, findings: readonly Finding[]): Pick<MapData, 'nodes' | 'ties'> {
  const found = new Set(findings.map(keyOf));
  const missingNodes = new Map<string, MapNode>();
  const ties = new Map<string, MapTie>();
  for (const edge of found.size > 0 ? graph.edges : []) {
    const { source: from, target, kind } = edge;
    const source = documentOf(from);
    if (source === undefined || !placesOf(edge).some((place) => found.has(place))) continue;
    if (!missingNodes.has(target)) missingNodes.set(target, missingNodeOf(edge));
    const key = `${source} ${target}`;
    const known = ties.get(key);
    if (known) known.count++;
    else
      ties.set(key, {
        source,
        target,
        kind: kind === 'mentions' ? 'mentions' : 'refers',
        count: 1,
        broken: true,
      });
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

function missingNodeOf(edge: GraphEdge): MapNode {
  const { target, text, url } = edge;
  const title = nodeId.isMissing(target) ? (url ?? text ?? nodeId.nameOf(target)) : wordsOfTarget(target);
  return {
    id: target,
    kind: kindOfMissing(edge),
    title,
    about: 'Does not exist.',
    isMissing: true,
    url: '#',
    x: 0,
    y: 0,
    r: 6,
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
