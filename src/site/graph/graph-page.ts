/** The data of the graph page of a small specification: filters with counts, tables, and the map itself. */
import type { Snapshot } from '../snapshot.ts';
import { mapData, phaseNames } from './map-data.ts';
import { labelOf } from '../../map/names.ts';
import { titleOfKind } from '../kinds/labels.ts';
import { isOnMap, isOuterKind } from './outer-kinds.ts';
import { TIE_KINDS, type MapData, type MapNode, type TieKind } from '../../map/model.ts';

export interface GraphPage {
  data: MapData;
  /** Kinds of dots; `later` marks those that are fetched when they are first needed, `isFirst` those that are shown at first. */
  kinds: { kind: MapNode['kind']; title: string; count: number; isFirst: boolean; later: boolean }[];
  ties: { kind: TieKind; title: string }[];
  appliances: { name: string; count: number }[];
  /** The requirements, with the documents that satisfy them. */
  requirements: { id: string; label: string; title: string; count: number }[];
  /** The documents, with the nodes that are tied to them. */
  documents: { id: string; label: string; count: number }[];
  phases: { number: number; title: string }[];
  /** One table for each kind, with the numbers of outgoing and incoming ties. */
  groups: { kind: MapNode['kind']; title: string; rows: (MapNode & { out: number; into: number })[] }[];
  findings: number;
  /** The most referenced nodes, which the page proposes as a start. */
  busiest: { id: string; kind: MapNode['kind']; label: string; url: string; count: number }[];
}

const TIE_TITLES: Record<TieKind, string> = {
  refers: 'refers to',
  mentions: 'mentions',
  introduces: 'introduces',
  satisfies: 'satisfies',
  contains: 'contains',
};

/** Number of nodes of each kind that are proposed as a start. */
const BUSIEST = 4;

export function graphPage({ graph, report }: Snapshot): GraphPage {
  const data = mapData(graph, report.findings);
  const whole = data.nodes.filter((node) => !node.isMissing);
  const of = (kind: MapNode['kind']): MapNode[] => whole.filter((node) => node.kind === kind);
  const counts = Map.groupBy(graph.nodes.filter(isOnMap), ({ kind }): string => kind);
  const own = graph.kinds.filter(({ id }) => counts.has(id));
  const [outer, later] = [own.filter(isOuterKind), own.filter((kind) => !isOuterKind(kind))];
  return {
    data,
    kinds: [...outer, ...later].map((kind) => ({
      kind: kind.id,
      title: titleOfKind(kind),
      count: counts.get(kind.id)!.length,
      isFirst: kind.map.isShownFirst,
      later: !isOuterKind(kind),
    })),
    ties: TIE_KINDS.map((kind) => ({ kind, title: TIE_TITLES[kind] })),
    appliances: [
      ...Map.groupBy(
        of('variable').flatMap(({ components = [] }) => components),
        (name) => name,
      ),
    ].map(([name, all]) => ({ name, count: all.length })),
    requirements: of('requirement').map((node) => ({
      id: node.id,
      label: labelOf(node),
      title: node.about,
      count: data.ties.filter(({ kind, target }) => kind === 'satisfies' && target === node.id).length,
    })),
    documents: of('document').map((node) => ({
      id: node.id,
      label: labelOf(node),
      count: neighboursOf(data, node.id),
    })),
    phases: phaseNames(graph),
    groups: [...outer, ...later].map((kind) => ({
      kind: kind.id,
      title: titleOfKind(kind),
      rows: of(kind.id).map((node) => ({
        ...node,
        out: data.ties.filter(({ source }) => source === node.id).length,
        into: data.ties.filter(({ target }) => target === node.id).length,
      })),
    })),
    findings: report.findings.length,
    busiest: outer.filter(({ map }) => map.isShownFirst).flatMap(({ id }) => busiest(data, id)),
  };
}

function neighboursOf({ ties }: MapData, id: string): number {
  return new Set(
    ties.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])),
  ).size;
}

/** The nodes of a kind that most references point at. */
function busiest({ nodes, ties }: MapData, kind: string): GraphPage['busiest'] {
  const counts = new Map<string, number>();
  for (const { target, count } of ties) counts.set(target, (counts.get(target) ?? 0) + count);
  return nodes
    .filter((node) => node.kind === kind && !node.isMissing)
    .map((node) => ({
      id: node.id,
      kind: node.kind,
      label: labelOf(node),
      url: node.url,
      count: counts.get(node.id) ?? 0,
    }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, BUSIEST);
}
