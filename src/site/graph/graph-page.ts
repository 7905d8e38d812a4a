/** The data of the graph page of a small specification: filters with counts, tables, and the map itself. */
import { isSection, isStep } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { mapData, phaseNames } from './map-data.ts';
import { labelOf } from '../../map/names.ts';
import { MAP_KINDS, TIE_KINDS, type MapData, type MapNode, type TieKind } from '../../map/model.ts';

export interface GraphPage {
  data: MapData;
  /** Kinds of dots; `later` marks those that are fetched when they are first needed. */
  kinds: { kind: MapNode['kind']; title: string; count: number; later: boolean }[];
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

const TITLES: Record<MapNode['kind'], string> = {
  document: 'Documents',
  variable: 'Variables',
  attribute: 'Attributes',
  requirement: 'Requirements',
  phase: 'Phases',
  section: 'Sections',
  step: 'Steps',
};
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
  const later = {
    section: graph.nodes.filter((node) => isSection(node) && node.depth > 1).length,
    step: graph.nodes.filter(isStep).length,
  };
  return {
    data,
    kinds: [
      ...MAP_KINDS.map((kind) => ({ kind, title: TITLES[kind], count: of(kind).length, later: false })),
      ...(['section', 'step'] as const).map((kind) => ({
        kind,
        title: TITLES[kind],
        count: later[kind],
        later: true,
      })),
    ],
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
    groups: [...MAP_KINDS, 'section' as const, 'step' as const].map((kind) => ({
      kind,
      title: TITLES[kind],
      rows: of(kind).map((node) => ({
        ...node,
        out: data.ties.filter(({ source }) => source === node.id).length,
        into: data.ties.filter(({ target }) => target === node.id).length,
      })),
    })),
    findings: report.findings.length,
    busiest: ['document', 'variable'].flatMap((kind) => busiest(data, kind)),
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
