/** What of the map is shown, as data and as a URL. Pure. */
import type { MapData, MapNode, MapTie } from '../../site/graph-data.ts';

export type MapKind = MapNode['kind'];

export interface MapState {
  /** Kinds that are shown. */
  kinds: readonly MapKind[];
  /** Id of the selected node. */
  selected?: string;
}

export const FIRST_KINDS: readonly MapKind[] = ['document', 'variable'];

/** @param all every kind that the map has */
export function readState(search: string, all: readonly MapKind[]): MapState {
  const params = new URLSearchParams(search);
  const asked = params.get('kinds')?.split(',');
  const kinds = asked ? all.filter((kind) => asked.includes(kind)) : FIRST_KINDS;
  const selected = params.get('focus') ?? undefined;
  // What is asked for by name is shown, whatever its kind.
  const own = all.find((kind) => selected?.startsWith(`${kind}:`));
  return { kinds: own && !kinds.includes(own) ? [...kinds, own] : kinds, selected };
}

export function writeState({ kinds, selected }: MapState): string {
  const params = new URLSearchParams();
  if ([...kinds].sort().join() !== [...FIRST_KINDS].sort().join()) params.set('kinds', kinds.join(','));
  if (selected) params.set('focus', selected);
  const text = params.toString();
  return text && `?${text}`;
}

/** Nodes of the kinds that are shown, and the ties between them. */
export function visibleOf(data: MapData, { kinds }: MapState): MapData {
  const nodes = data.nodes.filter((node) => kinds.includes(node.kind));
  const known = new Set(nodes.map((node) => node.id));
  return { nodes, ties: data.ties.filter(({ source, target }) => known.has(source) && known.has(target)) };
}

export interface Relation {
  node: MapNode;
  count: number;
  kind: MapTie['kind'];
}

/** What a node points at, and what points at it; most references first. */
export function relationsOf(data: MapData, id: string): { to: Relation[]; from: Relation[] } {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const pick = (ties: MapTie[], end: 'source' | 'target'): Relation[] => ties
    .map((tie) => ({ node: nodes.get(tie[end])!, count: tie.count, kind: tie.kind }))
    .toSorted((a, b) => b.count - a.count || a.node.label.localeCompare(b.node.label));
  return {
    to: pick(data.ties.filter((tie) => tie.source === id), 'target'),
    from: pick(data.ties.filter((tie) => tie.target === id), 'source'),
  };
}
