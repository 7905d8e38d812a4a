/** What of the map is shown, as data and as a URL. Pure. */
import type { MapData, MapNode, MapTie } from '../../site/graph-data.ts';

export type MapKind = MapNode['kind'];

export const VIEWS = ['force', 'bundle', 'matrix'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface MapState {
  /** Kinds that are shown. */
  kinds: readonly MapKind[];
  /** Id of the selected node. */
  selected?: string;
  /** The last phase that is shown; all where absent. */
  through?: number;
  /** Shows variables of this appliance only. */
  appliance?: string;
  /** Words whose matches are lit. */
  find?: string;
  /** "force" where absent. */
  view?: ViewName;
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
  const through = Number.parseInt(params.get('through') ?? '', 10);
  return {
    kinds: own && !kinds.includes(own) ? [...kinds, own] : kinds, selected,
    through: through > 0 ? through : undefined,
    appliance: params.get('appliance') || undefined,
    find: params.get('find') || undefined,
    view: VIEWS.find((view) => view !== 'force' && view === params.get('view')),
  };
}

export function writeState({ kinds, selected, through, appliance, find, view }: MapState): string {
  const params = new URLSearchParams();
  if (view && view !== 'force') params.set('view', view);
  if ([...kinds].sort().join() !== [...FIRST_KINDS].sort().join()) params.set('kinds', kinds.join(','));
  if (through) params.set('through', String(through));
  if (appliance) params.set('appliance', appliance);
  if (find) params.set('find', find);
  if (selected) params.set('focus', selected);
  const text = params.toString();
  return text && `?${text}`;
}

/** Whether two states show the same nodes, whatever is selected or lit among them. */
export function showsSame(a: MapState, b: MapState): boolean {
  return a.kinds.join() === b.kinds.join() && a.through === b.through && a.appliance === b.appliance;
}

/** The state in which a node can be seen: filters that hide it are let go. */
export function revealing(state: MapState, node: MapNode): MapState {
  const { kind, phase = 0, appliances } = node;
  return {
    ...state,
    kinds: state.kinds.includes(kind) ? state.kinds : [...state.kinds, kind],
    through: state.through && phase > state.through ? undefined : state.through,
    appliance: state.appliance && appliances && !appliances.includes(state.appliance) ? undefined : state.appliance,
  };
}

/** Nodes that the filters leave, and the ties between them. */
export function visibleOf(data: MapData, { kinds, through, appliance }: MapState): MapData {
  const nodes = data.nodes.filter((node) => kinds.includes(node.kind)
    && !(through && (node.phase ?? 0) > through)
    && !(appliance && node.appliances && !node.appliances.includes(appliance)));
  const known = new Set(nodes.map((node) => node.id));
  return { nodes, ties: data.ties.filter(({ source, target }) => known.has(source) && known.has(target)) };
}

/** Ids of the nodes whose name or description has all the words; none where there are no words. */
export function matchesOf(nodes: readonly MapNode[], find = ''): Set<string> {
  const words = find.toLowerCase().split(/[\s_]+/).filter(Boolean);
  const has = ({ label, about }: MapNode): boolean => words.every((word) => `${label} ${about}`.toLowerCase().includes(word));
  return new Set(words.length > 0 ? nodes.filter(has).map((node) => node.id) : []);
}

/** A node and all that one tie leads to. */
export function neighboursOf(ties: readonly MapTie[], id: string | undefined): Set<string> {
  const near = new Set(id ? [id] : []);
  for (const { source, target } of ties) {
    if (source === id) near.add(target);
    if (target === id) near.add(source);
  }
  return near;
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
